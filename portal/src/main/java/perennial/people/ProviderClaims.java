package perennial.people;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Reads role and groups out of what the sign-in provider says about somebody. */
@Component
class ProviderClaims {
    private final OidcProperties properties;

    ProviderClaims(OidcProperties properties) {
        this.properties = properties;
    }

    /**
     * The highest role that the claim names; Viewer when it is there and names none, so that a role taken away at the
     * provider is gone here, too. Empty when roles do not come from a claim, or this person has no such claim.
     */
    Optional<Role> role(OidcUser user) {
        return values(user, properties.roleClaim())
                .map(values -> Arrays.stream(Role.values())
                        .filter(role -> values.contains(properties.rolePrefix() + role.code()))
                        .max(Comparator.naturalOrder())
                        .orElse(Role.VIEWER));
    }

    /** Empty when groups do not come from a claim. A person without the claim is in none of them. */
    Optional<List<String>> groups(OidcUser user) {
        if (properties.groupClaim() == null) return Optional.empty();
        return Optional.of(values(user, properties.groupClaim()).orElse(List.of()));
    }

    private static Optional<List<String>> values(OidcUser user, @Nullable String path) {
        if (path == null) return Optional.empty();
        var found = user.getClaims().get(path);
        if (found == null) found = inside(user.getClaims(), path);
        return switch (found) {
            case null -> Optional.empty();
            case Collection<?> all ->
                Optional.of(all.stream().map(String::valueOf).toList());
            default -> Optional.of(List.of(String.valueOf(found)));
        };
    }

    private static @Nullable Object inside(Map<String, Object> claims, String path) {
        @Nullable Object found = claims;
        for (var step : path.split("\\.", -1)) {
            found = found instanceof Map<?, ?> object ? object.get(step) : null;
        }
        return found;
    }
}
