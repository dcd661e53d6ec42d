package perennial.people;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/** Who may open which address. The one place that says so; what is not named here needs a sign-in. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final String MODERATOR = Role.MODERATOR.name();
    private static final String MANAGER = Role.MANAGER.name();
    private static final String ADMINISTRATOR = Role.ADMINISTRATOR.name();

    /** The API and the operators' addresses: a bearer token with each request, no session, so no CSRF. */
    @Bean
    @Order(1)
    SecurityFilterChain apiSecurity(HttpSecurity http, TokenFilter tokens) {
        bare(http);
        return http.securityMatcher(new OrRequestMatcher(
                        PathPatternRequestMatcher.pathPattern("/api/**"),
                        PathPatternRequestMatcher.pathPattern("/actuator/**"),
                        SecurityConfiguration::fetchesByToken))
                .csrf(AbstractHttpConfigurer::disable)
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .addFilterBefore(tokens, AuthorizationFilter.class)
                .exceptionHandling(refusal -> refusal.authenticationEntryPoint((request, response, problem) -> {
                            response.setHeader("WWW-Authenticate", "Bearer");
                            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
                        })
                        .accessDeniedHandler(new AccessDeniedHandlerImpl()))
                .authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers("/api/v1/zoom/webhooks/**", "/api/openapi.json", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasAuthority(ADMINISTRATOR)
                        .requestMatchers("/api/v1/people/*/tokens/**")
                        .authenticated()
                        .requestMatchers(
                                "/api/v1/zoom/**",
                                "/api/v1/people/**",
                                "/api/v1/groups/**",
                                "/api/v1/settings/**",
                                "/api/v1/mail/**",
                                "/api/v1/audit/**",
                                "/api/v1/jobs/**",
                                "/api/v1/webhooks/**")
                        .hasAuthority(MANAGER)
                        .requestMatchers("/api/v1/review/**")
                        .hasAuthority(MODERATOR)
                        .anyRequest()
                        .authenticated())
                .build();
    }

    /** The files that the API's addresses name, and feeds: scripts fetch them by the same token, browsers by their session. */
    private static boolean fetchesByToken(HttpServletRequest request) {
        var path = request.getRequestURI();
        return (path.startsWith("/media/") || path.startsWith("/feeds/"))
                && Set.of("GET", "HEAD").contains(request.getMethod())
                && request.getHeader("Authorization") != null;
    }

    /** Pages: a session, CSRF tokens in forms, and the sign-in page for guests. What is public, the library decides. */
    @Bean
    @Order(2)
    SecurityFilterChain pageSecurity(HttpSecurity http, PersonSessions sessions, ProviderSecurity provider) {
        bare(http);
        provider.addTo(http);
        return http.securityContext(context -> context.securityContextRepository(sessions))
                .csrf(csrf -> csrf.csrfTokenRepository(new SessionCsrfTokens()))
                .exceptionHandling(refusal -> refusal.authenticationEntryPoint(new ToSignInPage())
                        .accessDeniedHandler(new AccessDeniedHandlerImpl()))
                .authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers("/assets/**", "/webjars/**", "/brand/*", "/favicon.ico", "/error")
                        .permitAll()
                        .requestMatchers(
                                "/sign-in",
                                "/sign-out",
                                "/set-up/*",
                                "/invitation/**",
                                "/forgot",
                                "/reset/*",
                                "/sign-up/*",
                                "/sign-in/*")
                        .permitAll()
                        .requestMatchers(
                                "/",
                                "/library/**",
                                "/search/**",
                                "/watch/**",
                                "/media/**",
                                "/v/*",
                                "/embed/*",
                                "/oembed",
                                "/feeds/**")
                        .permitAll()
                        .requestMatchers("/settings/sign-in")
                        .hasAuthority(ADMINISTRATOR)
                        .requestMatchers("/zoom/**", "/people/**", "/settings/**", "/mail/**", "/audit/**", "/jobs/**")
                        .hasAuthority(MANAGER)
                        .requestMatchers("/review/**")
                        .hasAuthority(MODERATOR)
                        .anyRequest()
                        .authenticated())
                .build();
    }

    /** Sign-in is our own controller, and headers are the web module's: of Spring's own parts none is needed. */
    private static void bare(HttpSecurity http) {
        http.headers(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable);
    }

    /** A timer around each of a dozen filters costs more than they do. */
    @Bean
    SecurityObservationSettings noTimers() {
        return SecurityObservationSettings.noObservations();
    }

    /** Keeps Spring Boot from making a default user with a printed password. */
    @Bean
    AuthenticationManager nobodyElse() {
        return authentication -> {
            throw new ProviderNotFoundException("people sign in through SignIn");
        };
    }
}
