package perennial.people;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The OpenID Connect provider that people may sign in with. Absent as a whole: e-mail and password only.
 *
 * @param issuer its address, as its own tokens say it; the rest is read from its discovery document when first needed
 * @param label what the button says after "Sign in with"
 * @param scopes what is asked for; "openid" and "email" are needed
 * @param roleClaim claim that holds the role's name, or several; dots lead into objects ({@code realm_access.roles});
 *     absent: roles are given in the portal
 * @param rolePrefix what stands before the role's name there, e.g. {@code video-} for {@code video-manager}
 * @param groupClaim claim that holds the names that fill groups; absent: groups are filled by hand
 * @param create whether somebody unknown gets an account
 */
@ConfigurationProperties("perennial.oidc")
record OidcProperties(
        @Nullable String issuer,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @DefaultValue("your company account") String label,
        @DefaultValue({"openid", "email", "profile"}) List<String> scopes,
        @Nullable String roleClaim,
        @DefaultValue("") String rolePrefix,
        @Nullable String groupClaim,
        @DefaultValue("true") boolean create) {

    OidcProperties {
        issuer = given(issuer);
        clientId = given(clientId);
        clientSecret = given(clientSecret);
        roleClaim = given(roleClaim);
        groupClaim = given(groupClaim);
        scopes = List.copyOf(scopes);
        if ((issuer == null) != (clientId == null) || (issuer == null) != (clientSecret == null)) {
            throw new IllegalArgumentException(
                    "perennial.oidc.issuer, perennial.oidc.client-id and perennial.oidc.client-secret go together");
        }
        if (issuer != null && !usable(issuer)) {
            throw new IllegalArgumentException(
                    "perennial.oidc.issuer must be an https address (http only on this machine), but is: " + issuer);
        }
        if (!scopes.contains("openid")) throw new IllegalArgumentException("perennial.oidc.scopes needs openid");
    }

    boolean configured() {
        return issuer != null;
    }

    private static boolean usable(String issuer) {
        try {
            var address = URI.create(issuer);
            var host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
            return "https".equals(address.getScheme())
                    || ("http".equals(address.getScheme())
                            && List.of("localhost", "127.0.0.1", "[::1]").contains(host));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    @Override
    public String toString() {
        return "OidcProperties[issuer=" + issuer + ", clientId=" + clientId + "]";
    }
}
