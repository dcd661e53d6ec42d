package perennial.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleContextResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.LiteWebJarsResourceResolver;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** Static files and how long browsers keep them; zone and locale of the viewer. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
    private static final CacheControl FOREVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final CacheControl ASK_EACH_TIME = CacheControl.noCache().cachePublic();

    private final Assets assets;

    WebConfiguration(Assets assets) {
        this.assets = assets;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        var webjars = "classpath:/META-INF/resources/webjars/";
        files(registry, "/assets/" + assets.version() + "/**", "classpath:/static/assets/", FOREVER);
        files(registry, "/assets/**", "classpath:/static/assets/", ASK_EACH_TIME);
        files(registry, "/webjars/{name}/{version:\\d+\\.\\d+\\.\\d+}/**", webjars, FOREVER);
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations(webjars)
                .setCacheControl(ASK_EACH_TIME)
                .resourceChain(true)
                .addResolver(new LiteWebJarsResourceResolver())
                .addResolver(new PathResourceResolver());
    }

    private static void files(ResourceHandlerRegistry registry, String pattern, String folder, CacheControl keep) {
        registry.addResourceHandler(pattern).addResourceLocations(folder).setCacheControl(keep);
    }

    /** Spring's own name for it; {@link Dates} finds zone and locale through the thread. */
    @Bean
    LocaleResolver localeResolver(Viewers viewers, ObjectProvider<Clock> clock) {
        return new ViewerLocale(viewers, clock);
    }

    private record ViewerLocale(Viewers viewers, ObjectProvider<Clock> clock) implements LocaleContextResolver {
        @Override
        public LocaleContext resolveLocaleContext(HttpServletRequest request) {
            return new ViewerContext(viewers::current, () -> clock.getObject().instant());
        }

        @Override
        public void setLocaleContext(
                HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable LocaleContext context) {
            throw new UnsupportedOperationException("the account page changes it");
        }

        @Override
        public Locale resolveLocale(HttpServletRequest request) {
            return Locale.ENGLISH;
        }

        @Override
        public void setLocale(
                HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
            throw new UnsupportedOperationException("the account page changes it");
        }
    }
}
