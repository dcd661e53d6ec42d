package perennial.people;

import java.util.Objects;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** The sign-in provider's own name for somebody: it stays the same when their address changes. */
record ProviderName(String issuer, String subject) {
    /** Both are in every OpenID token that was checked. */
    static ProviderName of(OidcUser user) {
        var issuer = Objects.requireNonNull(user.getIssuer(), "a token without issuer");
        return new ProviderName(
                issuer.toString(), Objects.requireNonNull(user.getSubject(), "a token without subject"));
    }
}
