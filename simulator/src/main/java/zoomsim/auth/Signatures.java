package zoomsim.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC signatures, in URL-safe base64 but for those of webhooks. */
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

    /** In hexadecimal digits, as webhooks are signed. */
    public static String hexHmacSha256(String secret, String text) {
        return HexFormat.of().formatHex(mac("HmacSHA256", secret, text));
    }

    private static String hmac(String algorithm, String secret, String text) {
        return URL_SAFE.encodeToString(mac(algorithm, secret, text));
    }

    private static byte[] mac(String algorithm, String secret, String text) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
