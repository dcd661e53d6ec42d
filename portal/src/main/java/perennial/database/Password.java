package perennial.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;

/** The embedded server's password, in a file that only the portal's user may read. */
final class Password {
    private static final int BYTES = 24;

    private Password() {}

    static String make(Path file) throws IOException {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        var password = HexFormat.of().formatHex(bytes);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var fresh = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = (FileChannel) Files.newByteChannel(file, fresh, ownerOnly)) {
            channel.write(StandardCharsets.US_ASCII.encode(password));
            channel.force(true);
        }
        return password;
    }
}
