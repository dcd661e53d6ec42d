package perennial.hooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a receiver knows our messages by, as the Standard Webhooks convention has it: {@code whsec_} and a key in Base64. Prints
 * as {@code ***}.
 */
record HookSecret(String text) {
    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static HookSecret random() {
        var key = new byte[BYTES];
        RANDOM.nextBytes(key);
        return new HookSecret(PREFIX + Base64.getEncoder().encodeToString(key));
    }

    /** The signature of a message: {@code v1,} and the HMAC-SHA256 of {@code id.seconds.payload} in Base64. */
    String sign(String message, Instant at, String payload) {
        var signed = "%s.%d.%s".formatted(message, at.getEpochSecond(), payload);
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(text.substring(PREFIX.length())), "HmacSHA256"));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every JDK", e);
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
