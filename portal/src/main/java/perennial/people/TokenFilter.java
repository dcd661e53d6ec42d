package perennial.people;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import perennial.web.PortalException;
import perennial.web.Problems;

/** Signs the bearer of an API token in, for this one request. */
@Component
class TokenFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";

    private final ApiTokens tokens;
    private final GuestLimits limits;

    TokenFilter(ApiTokens tokens, GuestLimits limits) {
        this.tokens = tokens;
        this.limits = limits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        var header = request.getHeader("Authorization");
        if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            var refusal = signIn(request, header.substring(SCHEME.length()).strip());
            if (refusal != null) {
                Problems.refuse(refusal, request, response);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    /** What to refuse the request with; null: it goes on, and an unknown token is nobody. */
    private @Nullable PortalException signIn(HttpServletRequest request, String token) {
        var network = Network.of(request.getRemoteAddr());
        var bearer = tokens.bearer(token);
        if (bearer.isEmpty())
            return limits.secret("token", network).map(TokenFilter::tooMany).orElse(null);
        var needed = Scopes.of(request);
        if (!bearer.get().has(needed)) return Scopes.missing(needed);
        SecurityContextHolder.setContext(new SecurityContextImpl(bearer.get()));
        return null;
    }

    private static PortalException tooMany(Duration pause) {
        return new PortalException(
                429,
                "too-many-tries",
                "Too many wrong tokens came from your network",
                "Wait " + (pause.toMinutes() + 1) + " min, then try again.");
    }

    /** It belongs to the API's chain alone; as a bean it would otherwise run for each request. */
    @Configuration(proxyBeanMethods = false)
    static class NotByItself {
        @Bean
        FilterRegistrationBean<TokenFilter> tokenFilterRegistration(TokenFilter filter) {
            var registration = new FilterRegistrationBean<>(filter);
            registration.setEnabled(false);
            return registration;
        }
    }
}
