package perennial.storage;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tomcat's offer to let the system send a stretch of a file: no byte passes through this program, and a slow reader holds no
 * thread. The response must have its length and must not have a body.
 */
final class Sendfile {
    private static final String PREFIX = "org.apache.tomcat.sendfile.";

    private Sendfile() {}

    /** Not where Tomcat itself encrypts. */
    static boolean isOffered(HttpServletRequest in) {
        return Boolean.TRUE.equals(in.getAttribute(PREFIX + "support"));
    }

    /** Begins when the request's handling ends. @throws StorageException.Missing if the file is shorter than it was */
    static void accept(HttpServletRequest in, Path file, Piece stretch) throws IOException {
        var end = stretch.offset() + stretch.length();
        if (Files.size(file) < end) throw new StorageException.Missing(stretch.blob());
        in.setAttribute(PREFIX + "filename", file.toAbsolutePath().toString());
        in.setAttribute(PREFIX + "start", stretch.offset());
        in.setAttribute(PREFIX + "end", end);
    }
}
