package perennial.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** JTE as the view technology. Templates are compiled with the program, in the package {@code pages}. */
@Configuration(proxyBeanMethods = false)
class Templates {
    @Bean
    TemplateEngine templateEngine() {
        return TemplateEngine.createPrecompiled(null, ContentType.Html, null, "pages");
    }

    /** A view name is the template's path: {@code library/videos} is {@code library/videos.jte}. */
    @Bean
    ViewResolver jteViews(TemplateEngine templates) {
        return new JteViews(templates);
    }

    private record JteViews(TemplateEngine templates) implements ViewResolver, Ordered {
        @Override
        public @Nullable View resolveViewName(String name, Locale locale) {
            if (name.startsWith("redirect:") || name.startsWith("forward:")) return null;
            return templates.hasTemplate(name + ".jte") ? new JteView(templates, name + ".jte") : null;
        }

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }
    }

    private record JteView(TemplateEngine templates, String name) implements View {
        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        /** Renders to memory first, so that a failing template is an error page and not half a page. */
        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws Exception {
            var html = new StringOutput();
            templates.render(name, new HashMap<>(model == null ? Map.of() : model), html);
            var bytes = html.toString().getBytes(StandardCharsets.UTF_8);
            response.setContentType(getContentType());
            if (response.getHeader("Cache-Control") == null) response.setHeader("Cache-Control", "no-store");
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
        }
    }
}
