package perennial.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

/**
 * What a piece of an upload must be, as its sender says (tus's checksum extension).
 *
 * @param algorithm as Java names it
 * @param expected the hash, in hexadecimal
 */
public record Checksum(String algorithm, String expected) {
    /** tus's names, and Java's. */
    private static final Map<String, String> ALGORITHMS = Map.of("sha1", "SHA-1", "sha256", "SHA-256", "md5", "MD5");

    /** Names of those there are, as tus lists them. */
    public static final String NAMES = "sha1,sha256,md5";

    /**
     * Reads {@code Upload-Checksum: sha1 base64}.
     *
     * @throws UploadRefused if it is none, or of another algorithm
     */
    public static Checksum parse(String header) {
        var words = header.strip().split(" +", -1);
        var algorithm = ALGORITHMS.get(words[0]);
        if (words.length != 2 || algorithm == null) throw UploadRefused.protocol(400, "Unknown checksum");
        try {
            return new Checksum(
                    algorithm, HexFormat.of().formatHex(Base64.getDecoder().decode(words[1])));
        } catch (IllegalArgumentException e) {
            throw UploadRefused.protocol(400, "Unknown checksum");
        }
    }

    /** Takes a piece in beside the upload, since what was written to that cannot be taken back; the caller deletes the file. */
    Path verified(InputStream piece, long most) throws IOException {
        var file = Files.createTempFile("upload-piece-", ".part");
        try (var in = new DigestInputStream(piece, digest())) {
            try (var out = Files.newOutputStream(file)) {
                copy(in, out, most);
            }
            var found = HexFormat.of().formatHex(in.getMessageDigest().digest());
            if (!found.equals(expected)) throw UploadRefused.otherBytes();
            return file;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static void copy(InputStream in, OutputStream out, long most) throws IOException {
        var buffer = new byte[1 << 16];
        long copied = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            copied += read;
            if (copied > most) throw UploadRefused.beyondItsEnd();
            out.write(buffer, 0, read);
        }
    }

    private MessageDigest digest() {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(algorithm + " is part of every JDK", e);
        }
    }
}
