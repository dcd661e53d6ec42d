package perennial.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What Tomcat refuses by itself, before any filter (addresses that cannot be decoded, say), looks like everything else:
 * with the security headers and the bare error page. So does what fails again on its way to {@link ErrorPages}, because
 * the database that a session is looked for in is away.
 */
@Configuration(proxyBeanMethods = false)
class RefusalsBeforeFilters {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> refusals(
            ObjectProvider<Pages> pages, ObjectProvider<Assets> assets) {
        return tomcat -> {
            tomcat.addEngineValves(new Headers());
            tomcat.addContextCustomizers(
                    context -> context.getParent().getPipeline().addValve(new Page(pages, assets)));
        };
    }

    private static final class Headers extends ValveBase {
        Headers() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            SecurityHeaders.set(request, response);
            getNext().invoke(request, response);
        }
    }

    private static final class Page extends ErrorReportValve {
        private final ObjectProvider<Pages> pages;
        private final ObjectProvider<Assets> assets;

        Page(ObjectProvider<Pages> pages, ObjectProvider<Assets> assets) {
            this.pages = pages;
            this.assets = assets;
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable thrown) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) return;
            var away = DatabaseAway.instead(thrown);
            if (away != null) DatabaseAway.mark(response);
            var fault = Fault.of(response.getStatus(), away);
            var model = Map.<String, Object>of("assets", assets.getObject(), "fault", fault);
            var html = pages.getObject().render("web/bare-error", model);
            try {
                response.setContentType("text/html;charset=UTF-8");
                response.getOutputStream().write(html.getBytes(StandardCharsets.UTF_8));
                response.finishResponse();
            } catch (IOException e) {
                container.getLogger().debug("the client has gone", e);
            }
        }
    }
}
