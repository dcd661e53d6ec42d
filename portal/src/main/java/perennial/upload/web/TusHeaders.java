package perennial.upload.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import perennial.upload.UploadRefused;

/** The headers of the tus protocol, version 1.0.0. */
final class TusHeaders {
    static final String VERSION = "1.0.0";
    static final String EXTENSIONS = "creation,termination,checksum";
    static final String PIECE = "application/offset+octet-stream";

    private static final int LONGEST_METADATA = 8_192;

    private TusHeaders() {}

    /**
     * @throws UploadRefused if the sender speaks another version
     */
    static void checkVersion(HttpServletRequest request) {
        if (!VERSION.equals(request.getHeader("Tus-Resumable"))) {
            throw UploadRefused.protocol(412, "Tus-Resumable must be " + VERSION);
        }
    }

    /**
     * A number of bytes.
     *
     * @throws UploadRefused if it is missing or none
     */
    static long number(HttpServletRequest request, String name) {
        var text = request.getHeader(name);
        if (text == null || !text.matches("\\d{1,18}")) {
            throw UploadRefused.protocol(400, name + " must be a number of bytes");
        }
        return Long.parseLong(text);
    }

    /**
     * {@code key base64,key base64}: what the sender says of the file.
     *
     * @throws UploadRefused if it is not of that form
     */
    static Map<String, String> metadata(@Nullable String header) {
        if (header == null || header.isBlank()) return Map.of();
        if (header.length() > LONGEST_METADATA) throw UploadRefused.protocol(400, "Upload-Metadata is too long");
        var found = new HashMap<String, String>();
        for (var pair : header.split(",", -1)) {
            var words = pair.strip().split(" +", 2);
            try {
                var value =
                        words.length == 1 ? new byte[0] : Base64.getDecoder().decode(words[1].strip());
                found.put(words[0], new String(value, UTF_8));
            } catch (IllegalArgumentException e) {
                throw UploadRefused.protocol(400, "Upload-Metadata is not in Base64");
            }
        }
        return found;
    }
}
