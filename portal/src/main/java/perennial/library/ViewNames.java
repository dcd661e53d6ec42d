package perennial.library;

import java.util.Locale;
import java.util.Map;

/** What people call the views that Zoom names by {@code recording_type}. The set is open: Zoom adds names. */
public final class ViewNames {
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("active_speaker", "Speaker"),
            Map.entry("speaker_view", "Speaker"),
            Map.entry("gallery_view", "Gallery"),
            Map.entry("shared_screen", "Screen"),
            Map.entry("shared_screen_with_speaker_view", "Screen and speaker"),
            Map.entry("shared_screen_with_speaker_view(CC)", "Screen and speaker, captioned"),
            Map.entry("shared_screen_with_gallery_view", "Screen and gallery"),
            Map.entry("host_video", "Host"),
            Map.entry("sign_interpretation", "Sign language"),
            Map.entry("production_studio", "Studio"),
            Map.entry("audio_only", "Audio"),
            Map.entry("audio_only_each_participant", "Participant audio"),
            Map.entry("audio_interpretation", "Interpretation"));

    private ViewNames() {}

    /** A short name for a button; of an unknown view its own name, with spaces. */
    public static String label(String view) {
        var known = KNOWN.get(view);
        if (known != null) return known;
        var words = view.replace('_', ' ').strip();
        return words.isEmpty() ? view : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** The icon that goes with it. */
    public static String icon(String view) {
        if (view.startsWith("audio")) return "headphones";
        if (view.contains("screen")) return view.contains("with") ? "screen-share" : "device-desktop";
        return view.startsWith("gallery") ? "layout-grid" : "user";
    }
}
