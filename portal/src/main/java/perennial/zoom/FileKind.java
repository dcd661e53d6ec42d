package perennial.zoom;

import java.util.Locale;

/** What a download should turn out to be; decides which answers pass for the file. A web page never does. */
public enum FileKind {
    /** Picture and sound. */
    MEDIA,
    /** Chat, captions, CSV. */
    TEXT,
    /** Timeline, summary. */
    JSON,
    /** A kind that Zoom has added since. */
    UNKNOWN;

    /** By the file's extension. */
    public static FileKind of(RecordingFile file) {
        return switch (file.extension().toUpperCase(Locale.ROOT)) {
            case "MP4", "M4A", "MP3", "JPG", "JPEG", "PNG" -> MEDIA;
            case "TXT", "VTT", "CSV" -> TEXT;
            case "JSON" -> JSON;
            default -> UNKNOWN;
        };
    }
}
