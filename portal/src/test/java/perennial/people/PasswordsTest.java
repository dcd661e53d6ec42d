package perennial.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
    private final Passwords passwords =
            new Passwords(new PeopleProperties(1, 1, 1, 1, Duration.ofMinutes(1), Duration.ofMinutes(15)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "password1234",
                "Passw0rd2024!!",
                "qwertyqwerty",
                "123456123456",
                "123456789012",
                "abcdefghijklm",
                "aaaaaaaaaaaaaa",
                "Letmein!!!!!!",
                "administrator1",
                "tomas.okafor99"
            })
    void refusesWhatIsGuessedFirst(String password) {
        assertThat(Passwords.objection(password, "tomas.okafor@example.org", "Tomas Okafor"))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"meadow-kettle-9", "harbour lantern 41", "mein-Fahrrad-ist-rot", "日本語の長い合言葉です。よし"})
    void takesWhatPeopleMakeUp(String password) {
        assertThat(Passwords.objection(password, "tomas.okafor@example.org", "Tomas Okafor"))
                .isEmpty();
    }

    @Test
    void refusesEndlessOnes() {
        assertThat(Passwords.objection("ab c".repeat(60), "a@example.org", "A")).isPresent();
    }

    @Test
    void keepsThemAsArgon2idWithTheAgreedCosts() {
        assertThat(passwords.hash("meadow-kettle-9")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void knowsThemComposedOrDecomposed() {
        var hash = passwords.hash("caf\u00e9 am Morgen");

        assertThat(passwords.matches("cafe\u0301 am Morgen", hash)).isTrue();
        assertThat(passwords.matches("cafe am Morgen", hash)).isFalse();
        assertThat(passwords.matches("caf\u00e9 am Morgen", null)).isFalse();
    }
}
