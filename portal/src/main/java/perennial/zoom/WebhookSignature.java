package perennial.zoom;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;

/**
 * Signatures of Zoom's webhooks, made with the app's secret token. Proves who sent a body, not when: the age of the
 * timestamp is the receiver's to judge.
 */
public final class WebhookSignature {
    private final String secret;

    /** @throws IllegalArgumentException if the secret is empty */
    public WebhookSignature(String secret) {
        if (secret.isEmpty()) throw new IllegalArgumentException("a webhook needs a secret token");
        this.secret = secret;
    }

    /**
     * Whether Zoom signed this, in a time that does not depend on where a wrong signature differs.
     *
     * @param timestamp the header {@code x-zm-request-timestamp}, as it came
     * @param body the raw bytes as they came; JSON written anew would not match
     * @param signature the header {@code x-zm-signature}: {@code v0=} and 64 hexadecimal digits
     */
    public boolean matches(String timestamp, byte[] body, String signature) {
        var start = ("v0:" + timestamp + ":").getBytes(UTF_8);
        var right = "v0=" + HexFormat.of().formatHex(HmacSha256.of(secret, start, body));
        return MessageDigest.isEqual(right.getBytes(US_ASCII), signature.getBytes(UTF_8));
    }

    /** The JSON to answer an {@code endpoint.url_validation} with, status 200, within three seconds. */
    public String validationAnswer(String plainToken) {
        var encrypted = HexFormat.of().formatHex(HmacSha256.of(secret, plainToken.getBytes(UTF_8)));
        return Json.write(Map.of("plainToken", plainToken, "encryptedToken", encrypted));
    }
}
