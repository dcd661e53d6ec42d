package perennial.people;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a token is good for, within what its person may do; each scope includes those before it. */
public enum Scope {
    /** Looking. */
    READ,
    /** Changing videos, and what imports them. */
    WRITE,
    /** Dangerous steps: people, groups, tokens, settings, webhooks, deleting at Zoom. On pages these ask for the password. */
    ADMIN;

    /** As the API writes it: "read". */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Scope> ofCode(String code) {
        return Arrays.stream(values())
                .filter(scope -> scope.code().equals(code))
                .findFirst();
    }

    /** Whether any of {@code scopes} is this one or includes it. */
    public boolean in(Collection<Scope> scopes) {
        return scopes.stream().anyMatch(scope -> scope.compareTo(this) >= 0);
    }

    /** This one and those it includes. */
    public Set<Scope> andBelow() {
        return Arrays.stream(values())
                .filter(scope -> scope.compareTo(this) <= 0)
                .collect(Collectors.toUnmodifiableSet());
    }
}
