package perennial.sync;

import java.util.Locale;
import java.util.Map;

/** The product's words for Zoom's kinds of files. A kind that Zoom adds one day keeps Zoom's own word. */
final class FileKinds {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("active_speaker", "Speaker"),
            Map.entry("speaker_view", "Speaker"),
            Map.entry("gallery_view", "Gallery"),
            Map.entry("shared_screen", "Screen"),
            Map.entry("shared_screen_with_speaker_view", "Screen with speaker"),
            Map.entry("shared_screen_with_speaker_view(cc)", "Screen with speaker and captions"),
            Map.entry("shared_screen_with_gallery_view", "Screen with gallery"),
            Map.entry("audio_only", "Audio"),
            Map.entry("audio_only_each_participant", "Participant audio"),
            Map.entry("audio_interpretation", "Interpretation"),
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
        var kind = (recordingType.isBlank() ? fileType : recordingType).toLowerCase(Locale.ROOT);
        var known = NAMES.get(kind);
        if (known != null) return known;
        return kind.isBlank() ? "File without a type" : kind.replace('_', ' ');
    }
}
