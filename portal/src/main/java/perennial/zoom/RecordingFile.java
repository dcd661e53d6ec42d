package perennial.zoom;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One file of a recording. Files with the same {@code start} belong to the same segment.
 *
 * @param fileType {@code MP4}, {@code CHAT}, … or one we have never heard of; empty while the file is being made
 * @param extension in capitals; where Zoom gives none, the usual one of the file type, else empty
 * @param recordingType the view or kind, such as {@code active_speaker}; empty where Zoom gives none
 * @param size in bytes as Zoom says it; null for missing and for Zoom's 0, which means "not given"
 * @param status {@code completed}, {@code processing}, or empty
 * @param downloadUrl made anew by each reply, so never worth keeping
 * @param fileName given for participant audio
 * @param participantAudio the separate sound of one person
 * @param filePath where an on-premise recorder keeps it, in place of a download address
 * @param deletedAt only in the trash
 */
public record RecordingFile(
        @Nullable String id,
        String fileType,
        String extension,
        String recordingType,
        @Nullable Instant start,
        @Nullable Instant end,
        @Nullable Long size,
        String status,
        @Nullable URI downloadUrl,
        @Nullable String fileName,
        boolean participantAudio,
        @Nullable String filePath,
        @Nullable Instant deletedAt) {

    /** Tells the file from the others of its recording, in this reply and in later ones. */
    public String key() {
        if (id != null) return id;
        var name = participantAudio && fileName != null ? ":" + fileName : "";
        return fileType + "|" + recordingType + name + "|" + (start == null ? "" : start);
    }

    /** Whether Zoom is still making it: it says so, or the type or the end is not there yet. */
    public boolean processing() {
        var state = status.toLowerCase(Locale.ROOT);
        return fileType.isBlank() || state.equals("processing") || (end == null && !state.equals("completed"));
    }
}
