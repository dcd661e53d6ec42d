package perennial.secrets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Service;

/**
 * Seals secrets for the database: AES-256-GCM with a random nonce, bound to the place they belong to.
 *
 * <p>There is one key that seals; keys of before only open (C6).
 *
 * <p>A sealed text reads {@code v1.<key id>.<base64 of nonce and ciphertext>}. The context is not stored: opening it needs the same one
 * again, so a row's secret cannot be moved to another row or column unnoticed.
 */
@Service
public class Vault {
    private static final String VERSION = "v1";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final String keyId;
    private final Map<String, SecretKeySpec> keys = new HashMap<>();

    Vault(SecretsProperties properties) {
        this.keyId = add(SecretKeys.load(properties));
        SecretKeys.old(properties).forEach(this::add);
    }

    private String add(byte[] bytes) {
        var id = idOf(bytes);
        keys.put(id, new SecretKeySpec(bytes, "AES"));
        return id;
    }

    /** Seals {@code plain} for {@code context}, e.g. {@code zoom_connection/<id>/clientSecret}. Different each time. */
    public String seal(String context, String plain) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var sealed =
                    cipher(Cipher.ENCRYPT_MODE, keyId, nonce, context).doFinal(plain.getBytes(StandardCharsets.UTF_8));
            var all =
                    ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed);
            return "%s.%s.%s".formatted(VERSION, keyId, Base64.getEncoder().encodeToString(all.array()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every JDK", e);
        }
    }

    /**
     * Gives back what was sealed for {@code context}.
     *
     * @throws CannotOpen if the text was changed, belongs to another context, or was sealed under another key
     */
    public String open(String context, String sealed) {
        var parts = sealed.split("\\.", -1);
        if (parts.length != 3 || !parts[0].equals(VERSION)) {
            throw new CannotOpen("Not a sealed secret: " + context);
        }
        if (!keys.containsKey(parts[1])) {
            throw new CannotOpen("The secret of %s was sealed under key %s; the portal runs with key %s"
                    .formatted(context, parts[1], keyId));
        }
        try {
            var bytes = Base64.getDecoder().decode(parts[2]);
            if (bytes.length < NONCE_BYTES) throw new CannotOpen("The secret of %s is cut short".formatted(context));
            var nonce = ByteBuffer.wrap(bytes, 0, NONCE_BYTES);
            var plain = cipher(Cipher.DECRYPT_MODE, parts[1], toBytes(nonce), context)
                    .doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
            return new String(plain, StandardCharsets.UTF_8);
        } catch (AEADBadTagException | IllegalArgumentException e) {
            throw new CannotOpen("The secret of %s was changed or belongs to another place".formatted(context));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every JDK", e);
        }
    }

    /** Whether it was sealed under a key of before, so that it should be sealed anew. */
    boolean outdated(String sealed) {
        return !sealed.startsWith("%s.%s.".formatted(VERSION, keyId));
    }

    /** Tells the key that seals from others, and nothing else about it. */
    String keyId() {
        return keyId;
    }

    private Cipher cipher(int mode, String id, byte[] nonce, String context) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, keys.get(id), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] toBytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    /** Tells keys apart without telling anything about them: eight digits of the key's hash. */
    private static String idOf(byte[] key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key), 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
