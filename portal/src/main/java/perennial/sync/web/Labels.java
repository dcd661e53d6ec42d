package perennial.sync.web;

import java.util.Locale;
import java.util.Map;
import perennial.sync.FileState;
import perennial.sync.LedgerFile;
import perennial.sync.RecordingState;

/** The product's words for states and kinds of files. */
final class Labels {
    private static final Map<String, String> VIEWS = Map.ofEntries(
            Map.entry("active_speaker", "Speaker"),
            Map.entry("speaker_view", "Speaker"),
            Map.entry("gallery_view", "Gallery"),
            Map.entry("shared_screen", "Screen"),
            Map.entry("shared_screen_with_speaker_view", "Screen with speaker"),
            Map.entry("shared_screen_with_speaker_view(CC)", "Screen with speaker and captions"),
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

    private Labels() {}

    static String of(RecordingState state) {
        return switch (state) {
            case FOUND -> "Found";
            case WAITING -> "Waiting for Zoom";
            case IMPORTING -> "Importing";
            case IMPORTED -> "Imported";
            case FAILED -> "Failed";
            case SKIPPED -> "Skipped";
            case DELETED_AT_ZOOM -> "Deleted at Zoom";
            case GONE_AT_ZOOM -> "Gone at Zoom";
        };
    }

    static ChipView chip(RecordingState state) {
        return switch (state) {
            case FOUND -> new ChipView("", "search", of(state));
            case WAITING -> new ChipView("wait", "hourglass", of(state));
            case IMPORTING -> new ChipView("run", "download", of(state));
            case IMPORTED -> new ChipView("ok", "circle-check", of(state));
            case FAILED -> new ChipView("bad", "alert-circle", of(state));
            case SKIPPED -> new ChipView("", "player-skip-forward", of(state));
            case DELETED_AT_ZOOM -> new ChipView("", "trash", of(state));
            case GONE_AT_ZOOM -> new ChipView("", "cloud-off", of(state));
        };
    }

    static ChipView chip(FileState state, String text) {
        return switch (state) {
            case FOUND -> new ChipView("", "clock", text);
            case WAITING -> new ChipView("wait", "hourglass", text);
            case DOWNLOADING -> new ChipView("run", "download", text);
            case STORED -> new ChipView("ok", "check", text);
            case FAILED -> new ChipView("bad", "alert-circle", text);
            case LEFT_OUT -> new ChipView("", "minus", text);
        };
    }

    static String of(FileState state) {
        return switch (state) {
            case FOUND -> "To come";
            case WAITING -> "Waiting for Zoom";
            case DOWNLOADING -> "Arriving";
            case STORED -> "Stored";
            case FAILED -> "Failed";
            case LEFT_OUT -> "Left out";
        };
    }

    /** "Speaker", "Chat", a participant's file name, or Zoom's own word where there is no better one. */
    static String of(LedgerFile file) {
        if (file.participantAudio() && file.fileName() != null) return file.fileName();
        var kind = file.recordingType().isBlank() ? file.fileType() : file.recordingType();
        var known = VIEWS.get(kind.toLowerCase(Locale.ROOT));
        if (known == null) known = VIEWS.get(kind);
        if (known != null) return known;
        return kind.isBlank() ? "File without a type" : kind.replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    static String files(long number) {
        return number == 1 ? "1 file" : number + " files";
    }

    static String recordings(long number) {
        return number == 1 ? "1 recording" : number + " recordings";
    }

    static String parts(long number) {
        return number == 1 ? "One part" : number + " parts";
    }
}
