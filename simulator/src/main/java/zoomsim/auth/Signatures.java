package zoomsim.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC signatures in URL-safe base64. */
public final class Signatures {
    private static final Base64.Encoder URL_SAFE = Base64.getUrlEncoder().withoutPadding();

    private Signatures() {}

    public static String hmacSha256(String secret, String text) {
        return hmac("HmacSHA256", secret, text);
    }

    public static String hmacSha512(String secret, String text) {
        return hmac("HmacSHA512", secret, text);
    }

    public static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    public static String encoded(String text) {
        return URL_SAFE.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hmac(String algorithm, String secret, String text) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return URL_SAFE.encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
