package perennial.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * The way to the sign-in provider and back, with Spring Security's own parts; what becomes of an answer, {@link
 * ProviderSignIn} decides. It begins with a link and not with a form, so that no form leads to another host.
 */
@Component
class ProviderSecurity {
    private static final Logger log = LoggerFactory.getLogger(ProviderSecurity.class);
    private static final String TO = "perennial.to";

    private final Provider provider;
    private final ProviderSignIn signIn;
    private final PendingLink pending;
    private final PersonSessions sessions;
    private final PeopleProperties properties;
    private final Clock clock;

    ProviderSecurity(
            Provider provider,
            ProviderSignIn signIn,
            PendingLink pending,
            PersonSessions sessions,
            PeopleProperties properties,
            Clock clock) {
        this.provider = provider;
        this.signIn = signIn;
        this.pending = pending;
        this.sessions = sessions;
        this.properties = properties;
        this.clock = clock;
    }

    /** Adds it to the pages' chain, where a provider is configured. */
    void addTo(HttpSecurity http) {
        if (!provider.configured()) return;
        http.oauth2Login(login -> login.loginPage("/sign-in")
                .clientRegistrationRepository(provider)
                .authorizedClientRepository(new NoClients())
                .authorizationEndpoint(way -> way.authorizationRequestResolver(new Way(provider))
                        .authorizationRequestRepository(new Remembered()))
                .redirectionEndpoint(back -> back.baseUri(Provider.RETURN))
                .successHandler((request, response, authentication) -> arrived(request, response, authentication))
                .failureHandler((request, response, problem) -> {
                    log.warn("sign-in with the provider failed: {}", problem.getMessage());
                    response.sendRedirect("/sign-in?refused=failed");
                }));
    }

    private void arrived(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        if (!(authentication.getPrincipal() instanceof OidcUser user))
            throw new IllegalStateException("no OpenID user");
        var network = Network.of(request.getRemoteAddr());
        switch (signIn.answer(user, network)) {
            case ProviderSignIn.Answer.Welcome(var person) -> {
                sessions.begin(request, person.id());
                if (!fresh(user.getAuthenticatedAt())) sessions.unproven(request);
                response.sendRedirect(LocalPath.orHome((String) request.getAttribute(TO)));
            }
            case ProviderSignIn.Answer.Confirm(var person) -> {
                pending.keep(request, user, person.id());
                response.sendRedirect("/sign-in/link");
            }
            case ProviderSignIn.Answer.Refused(var why) -> response.sendRedirect("/sign-in?refused=" + why);
        }
    }

    /** Whether the person entered something at the provider just now, rather than being known there from before. */
    private boolean fresh(@Nullable Instant authenticatedAt) {
        return authenticatedAt != null
                && authenticatedAt.plus(properties.recentPassword()).isAfter(clock.instant());
    }

    /** {@code /sign-in/provider?to=/path}; with {@code again} the provider is to ask for the password. */
    private static final class Way implements OAuth2AuthorizationRequestResolver {
        private final DefaultOAuth2AuthorizationRequestResolver plain;

        Way(Provider provider) {
            plain = new DefaultOAuth2AuthorizationRequestResolver(provider, "/sign-in");
        }

        @Override
        public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
            return request.getRequestURI().equals(Provider.START) ? resolve(request, Provider.ID) : null;
        }

        /** Null when the provider cannot be asked: the request goes on to a page that says so. */
        @Override
        public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String id) {
            try {
                var found = plain.resolve(request, id);
                return found == null ? null : with(found, request);
            } catch (IllegalArgumentException | IllegalStateException e) {
                log.warn("the sign-in provider cannot be asked: {}", e.getMessage());
                return null;
            }
        }

        private static OAuth2AuthorizationRequest with(OAuth2AuthorizationRequest found, HttpServletRequest request) {
            var to = LocalPath.orHome(request.getParameter("to"));
            var more = OAuth2AuthorizationRequest.from(found).attributes(all -> all.put(TO, to));
            if (request.getParameter("again") != null) {
                more.additionalParameters(all -> all.putAll(Map.of("prompt", "login", "max_age", "0")));
            }
            return more.build();
        }
    }

    /** Spring's own, and hands on where the sign-in was to lead. */
    private static final class Remembered implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
        private final HttpSessionOAuth2AuthorizationRequestRepository session =
                new HttpSessionOAuth2AuthorizationRequestRepository();

        @Override
        public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
            return session.loadAuthorizationRequest(request);
        }

        @Override
        public void saveAuthorizationRequest(
                @Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
            if (asked == null) session.removeAuthorizationRequest(request, response);
            else session.saveAuthorizationRequest(asked, request, response);
        }

        @Override
        public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
                HttpServletRequest request, HttpServletResponse response) {
            var asked = session.removeAuthorizationRequest(request, response);
            if (asked != null) request.setAttribute(TO, asked.getAttribute(TO));
            return asked;
        }
    }

    /** The provider's tokens are of no use after the sign-in, so none is kept. */
    private static final class NoClients implements OAuth2AuthorizedClientRepository {
        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // the interface's signature
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String id, Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(
                String id, Authentication principal, HttpServletRequest request, HttpServletResponse response) {}
    }
}
