package perennial.people;

import java.text.Normalizer;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Passwords: which ones are good enough, and their hashes (Argon2id, 19 MiB, 2 passes). Hashing is bounded, so that a
 * flood of sign-ins cannot take the machine's memory.
 */
@Component
public class Passwords {
    public static final int SHORTEST = 12;
    public static final int LONGEST = 200;

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;

    private final Argon2PasswordEncoder argon = new Argon2PasswordEncoder(16, 32, 1, MEMORY_KIB, PASSES);
    private final Semaphore turns;
    private final String nobodys;

    Passwords(PeopleProperties properties) {
        this.turns = new Semaphore(properties.parallelHashes(), true);
        this.nobodys = String.valueOf(argon.encode(SecretLink.random()));
    }

    /** What is wrong with a new password, as a sentence; empty when it is fine. There are no rules of composition. */
    public static Optional<String> objection(String password, String email, String name) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) return Optional.of("Use at least " + SHORTEST + " characters. Four words do well.");
        if (password.length() > LONGEST) return Optional.of("Use at most " + LONGEST + " characters.");
        if (CommonPasswords.contains(password)) {
            return Optional.of("Many people use this one, so it is guessed early. Four words of your own do well.");
        }
        if (CommonPasswords.isMadeOf(password, email, name)) {
            return Optional.of("This is made of your name or address, so it is guessed early.");
        }
        return Optional.empty();
    }

    String hash(String password) {
        return taking(() -> String.valueOf(argon.encode(normal(password))));
    }

    /** Takes the same time whether there is a hash or not. */
    boolean matches(String password, @Nullable String hash) {
        var text = password.length() > LONGEST ? "" : normal(password);
        boolean same = taking(() -> argon.matches(text, hash == null ? nobodys : hash));
        return same && hash != null;
    }

    private <T> T taking(Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    /** The same letters may come composed or decomposed, depending on the keyboard. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}
