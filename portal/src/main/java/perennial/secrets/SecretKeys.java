package perennial.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/** Finds the key of all secrets, or makes it. */
final class SecretKeys {
    static final int BYTES = 32;

    private static final String IN_HOME = "secret-key";

    private SecretKeys() {}

    /** @throws BadSecretKey naming the configuration key that is wrong */
    static byte[] load(SecretsProperties properties) {
        if (properties.secretKey() != null) {
            return decode(properties.secretKey().value(), "perennial.secret-key");
        }
        if (properties.secretKeyFile() != null) {
            return decode(read(properties.secretKeyFile()), "perennial.secret-key-file");
        }
        var file = properties.home().resolve(IN_HOME);
        if (!Files.exists(file)) make(file);
        return decode(read(file), "The file " + file);
    }

    /** @throws BadSecretKey naming the configuration key that is wrong */
    static List<byte[]> old(SecretsProperties properties) {
        return properties.old().stream()
                .map(key -> decode(key.value(), "A key of perennial.secret-keys-old"))
                .toList();
    }

    private static byte[] decode(String text, String where) {
        try {
            var key = Base64.getDecoder().decode(text.strip());
            if (key.length == BYTES) return key;
            throw new BadSecretKey("%s holds %d bytes; the key must be exactly %d bytes in base64"
                    .formatted(where, key.length, BYTES));
        } catch (IllegalArgumentException e) {
            throw new BadSecretKey(
                    "%s is not base64; the key must be exactly %d bytes in base64".formatted(where, BYTES));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new BadSecretKey("perennial.secret-key-file names %s, which does not exist".formatted(file));
        } catch (IOException e) {
            throw new BadSecretKey("perennial.secret-key-file: %s cannot be read (%s)".formatted(file, e.getMessage()));
        }
    }

    /** Durable before it is used: a secret sealed under a key that a power cut forgets is lost. */
    private static void make(Path file) {
        var key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        var text = Base64.getEncoder().encodeToString(key) + "\n";
        try {
            Files.createDirectories(file.getParent());
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            var draft = Files.createTempFile(file.getParent(), IN_HOME, ".new", ownerOnly);
            try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.write(StandardCharsets.US_ASCII.encode(text));
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            try (var folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the key of all secrets could not be made in " + file.getParent(), e);
        }
    }
}
