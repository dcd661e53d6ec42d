package perennial.people;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The first Administrator, for a start without a person in front. Looked at only while there is no Administrator; the
 * token also later, as long as {@code email} is one.
 *
 * @param email with {@code password}: who is made Administrator; both or neither
 * @param token an API token of theirs; at least 20 characters
 */
@ConfigurationProperties("perennial.admin")
record AdminProperties(
        @Nullable String email,
        @Nullable String password,
        @Nullable String token) {

    private static final int SHORTEST_TOKEN = 20;

    AdminProperties {
        email = given(email);
        password = given(password);
        token = given(token);
        if ((email == null) != (password == null)) {
            throw new IllegalArgumentException("perennial.admin.email and perennial.admin.password go together");
        }
        if (email != null && !EmailAddress.valid(email)) {
            throw new IllegalArgumentException("perennial.admin.email is no e-mail address: " + email);
        }
        if (password != null && !goodLength(password)) {
            throw new IllegalArgumentException("perennial.admin.password must have %d to %d characters"
                    .formatted(Passwords.SHORTEST, Passwords.LONGEST));
        }
        if (token != null && (email == null || token.length() < SHORTEST_TOKEN)) {
            throw new IllegalArgumentException(
                    "perennial.admin.token needs perennial.admin.email and at least " + SHORTEST_TOKEN + " characters");
        }
    }

    @Override
    public String toString() {
        return "AdminProperties[email=" + email + "]";
    }

    private static boolean goodLength(String password) {
        return password.length() >= Passwords.SHORTEST && password.length() <= Passwords.LONGEST;
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
