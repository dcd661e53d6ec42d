package perennial.sync;

import java.util.Locale;
import java.util.Map;
import perennial.library.ViewNames;

/** The product's words for Zoom's kinds of files; those of views are the library's. A kind that Zoom adds one day keeps Zoom's own word. */
final class FileKinds {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("audio_transcript", "Transcript"),
            Map.entry("closed_caption", "Captions"),
            Map.entry("cc_transcript", "Captions"),
            Map.entry("chat_file", "Chat"),
            Map.entry("timeline", "Timeline"),
            Map.entry("summary", "Summary"),
            Map.entry("summary_next_steps", "Next steps"),
            Map.entry("summary_smart_chapters", "Smart chapters"),
            Map.entry("poll", "Poll"),
            Map.entry("thumbnail", "Thumbnail"));

    private FileKinds() {}

    /** By its {@code recording_type} or, where Zoom gives none, its {@code file_type}. */
    static String name(String recordingType, String fileType) {
        var kind = recordingType.isBlank() ? fileType.toLowerCase(Locale.ROOT) : recordingType;
        var known = NAMES.get(kind.toLowerCase(Locale.ROOT));
        if (known != null) return known;
        return kind.isBlank() ? "File without a type" : ViewNames.label(kind);
    }
}
