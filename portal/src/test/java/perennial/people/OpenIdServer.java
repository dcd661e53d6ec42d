package perennial.people;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.web.servlet.DispatcherServlet;

/** A real OpenID Connect provider: Spring Authorization Server, with people and claims as a test sets them. */
final class OpenIdServer implements AutoCloseable {
    static final String CLIENT = "portal";
    static final String SECRET = "a secret of the portal's";
    static final String PASSWORD = "company password";

    private final AnnotationConfigServletWebServerApplicationContext server;

    OpenIdServer() {
        server = new AnnotationConfigServletWebServerApplicationContext();
        server.register(Program.class);
        server.refresh();
    }

    String issuer() {
        return "http://127.0.0.1:"
                + Objects.requireNonNull(server.getWebServer()).getPort();
    }

    /** What the provider says about {@code user} from here on, beside their subject. */
    void claims(String user, Map<String, Object> claims) {
        server.getBean(Directory.class).claims.put(user, claims);
    }

    /** Where codes may be sent to. */
    void redirect(String address) {
        server.getBean(Directory.class).redirect = address;
    }

    @Override
    public void close() {
        server.close();
    }

    static final class Directory {
        private final Map<String, Map<String, Object>> claims = new ConcurrentHashMap<>();
        private volatile String redirect = "http://127.0.0.1/none";
    }

    /** No {@code @Configuration}, or the portal under test would find it and take it for its own. */
    @EnableWebSecurity
    static class Program {
        @Bean
        Directory directory() {
            return new Directory();
        }

        @Bean
        TomcatServletWebServerFactory tomcat() {
            var factory = new TomcatServletWebServerFactory(0);
            factory.getSettings().getSession().getCookie().setName("PROVIDER");
            return factory;
        }

        @Bean
        DispatcherServlet dispatcherServlet() {
            return new DispatcherServlet();
        }

        @Bean
        @Order(1)
        SecurityFilterChain protocol(HttpSecurity http) {
            http.oauth2AuthorizationServer(server -> {
                http.securityMatcher(server.getEndpointsMatcher());
                server.oidc(Customizer.withDefaults());
            });
            return http.authorizeHttpRequests(rules -> rules.anyRequest().authenticated())
                    .exceptionHandling(refusal -> refusal.defaultAuthenticationEntryPointFor(
                            new LoginUrlAuthenticationEntryPoint("/login"),
                            new MediaTypeRequestMatcher(MediaType.TEXT_HTML)))
                    .build();
        }

        @Bean
        @Order(2)
        SecurityFilterChain login(HttpSecurity http) {
            return http.authorizeHttpRequests(rules -> rules.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .build();
        }

        /** Everybody knows the password; who somebody is, is their name. */
        @Bean
        UserDetailsService users() {
            return name -> User.withUsername(name)
                    .password("{noop}" + PASSWORD)
                    .roles("USER")
                    .build();
        }

        @Bean
        RegisteredClientRepository clients(Directory directory) {
            return new RegisteredClientRepository() {
                @Override
                public void save(RegisteredClient client) {}

                @Override
                public @Nullable RegisteredClient findById(String id) {
                    return client();
                }

                @Override
                public @Nullable RegisteredClient findByClientId(String id) {
                    return id.equals(CLIENT) ? client() : null;
                }

                private RegisteredClient client() {
                    return RegisteredClient.withId("1")
                            .clientId(CLIENT)
                            .clientSecret("{noop}" + SECRET)
                            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                            .redirectUri(directory.redirect)
                            .scopes(scopes -> scopes.addAll(List.of("openid", "email", "profile")))
                            .clientSettings(ClientSettings.builder()
                                    .requireAuthorizationConsent(false)
                                    .requireProofKey(false)
                                    .build())
                            .build();
                }
            };
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims(Directory directory) {
            return context -> {
                var user = Objects.requireNonNull(context.<Authentication>getPrincipal())
                        .getName();
                var own = directory.claims.getOrDefault(user, Map.of());
                if ("id_token".equals(context.getTokenType().getValue())) {
                    own.forEach((name, value) -> context.getClaims().claim(name, value));
                }
            };
        }

        @Bean
        JWKSource<SecurityContext> keys() throws NoSuchAlgorithmException {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var pair = generator.generateKeyPair();
            var key = new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .privateKey((RSAPrivateKey) pair.getPrivate())
                    .keyID("1")
                    .build();
            return new ImmutableJWKSet<>(new JWKSet(key));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }
    }
}
