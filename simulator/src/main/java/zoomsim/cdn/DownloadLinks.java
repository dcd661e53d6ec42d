package zoomsim.cdn;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes and reads the unguessable part of a link, {@code <80 characters>.<16 characters>}: new at each call and kept
 * nowhere, because the file's key is in it, encrypted.
 */
public final class DownloadLinks {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    /**
     * Links under a secret.
     *
     * @param secret the same secret reads the links of an earlier run
     */
    public DownloadLinks(String secret) {
        this.key = new SecretKeySpec(hash(secret), "AES");
    }

    public String link(UUID file) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        var padding = new byte[16];
        random.nextBytes(padding);
        var plain = ByteBuffer.allocate(32)
                .putLong(file.getMostSignificantBits())
                .putLong(file.getLeastSignificantBits())
                .put(padding)
                .array();
        var sealed = apply(Cipher.ENCRYPT_MODE, nonce, plain).orElseThrow();
        var text = ByteBuffer.allocate(NONCE + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return TEXT.encodeToString(text) + "." + TEXT.encodeToString(Arrays.copyOf(padding, NONCE));
    }

    /** The file that a link of ours leads to; empty for anything else. */
    public Optional<UUID> file(String link) {
        int dot = link.indexOf('.');
        if (dot < 0) return Optional.empty();
        try {
            var bytes = Base64.getUrlDecoder().decode(link.substring(0, dot));
            if (bytes.length <= NONCE) return Optional.empty();
            return apply(
                            Cipher.DECRYPT_MODE,
                            Arrays.copyOf(bytes, NONCE),
                            Arrays.copyOfRange(bytes, NONCE, bytes.length))
                    .map(ByteBuffer::wrap)
                    .map(plain -> new UUID(plain.getLong(), plain.getLong()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<byte[]> apply(int mode, byte[] nonce, byte[] text) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return Optional.of(cipher.doFinal(text));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
