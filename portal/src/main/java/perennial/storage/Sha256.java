package perennial.storage;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash of every blob. */
final class Sha256 {
    private Sha256() {}

    static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
