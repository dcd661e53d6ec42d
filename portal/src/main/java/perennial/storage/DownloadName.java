package perennial.storage;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** A file name for {@code Content-Disposition} (RFC 6266), made from any text: a topic, a name from elsewhere. */
final class DownloadName {
    /** With an ending it stays below the 255 that file systems take. */
    private static final int MOST_BYTES = 200;
    /** Characters that RFC 8187 lets stand in {@code filename*}. */
    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$&+-.^_`|~";

    private DownloadName() {}

    /** {@code attachment} with a plain name for old browsers and the true one for all others. */
    static String attachment(String name) {
        var safe = safe(name);
        return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(ascii(safe), encoded(safe));
    }

    /** No separators, controls, direction marks or leading dots; never empty; a length that every file system takes. */
    private static String safe(String name) {
        var clean = name.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "")
                .replaceAll("[/\\\\:*?\"<>|]", "_")
                .strip()
                .replaceAll("^\\.+", "");
        return clean.isEmpty() ? "download" : shortened(clean);
    }

    /** Whole characters only, and the ending kept. */
    private static String shortened(String name) {
        var dot = name.lastIndexOf('.');
        var ending = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
        var stem = name.substring(0, name.length() - ending.length());
        while (bytes(stem) > MOST_BYTES) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        return stem + ending;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String ascii(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^ -~]", "_")
                .replace("%", "_");
    }

    private static String encoded(String name) {
        var out = new StringBuilder();
        for (var b : name.getBytes(StandardCharsets.UTF_8)) {
            if (PLAIN.indexOf((char) (b & 0xff)) >= 0) out.append((char) b);
            else out.append("%%%02X".formatted(b & 0xff));
        }
        return out.toString();
    }
}
