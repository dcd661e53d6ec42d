package perennial.library;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What equal content has in common. */
final class Fingerprint {
    private Fingerprint() {}

    /**
     * SHA-256 over the content's text form, which for records is made of all they hold. A later shape of these records
     * gives other fingerprints; the worst that comes of it is one version more of the same content.
     */
    static String of(Content content) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(content.toString().getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
