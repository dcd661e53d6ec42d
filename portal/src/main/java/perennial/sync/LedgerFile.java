package perennial.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import perennial.storage.BlobId;

/**
 * A file of a recording as the ledger has it.
 *
 * @param key tells it from the others of its recording: Zoom's id or, where it gives none, kind and start
 * @param start of its segment
 * @param sizeSaid in bytes, as Zoom says; null when it does not
 * @param part where its bytes arrive; null before the first attempt
 * @param blob its bytes; null until it is stored
 * @param size in bytes, as stored
 * @param sha256 in hexadecimal
 * @param length as measured; null when it is no media
 * @param width in pixels; 0 when it has no picture
 */
public record LedgerFile(
        UUID id,
        RecordingId recording,
        String key,
        @Nullable String zoomId,
        String fileType,
        String extension,
        String recordingType,
        @Nullable Instant start,
        @Nullable Instant end,
        @Nullable Long sizeSaid,
        @Nullable String fileName,
        boolean participantAudio,
        FileState state,
        String reason,
        int attempts,
        @Nullable BlobId part,
        @Nullable BlobId blob,
        long size,
        @Nullable String sha256,
        @Nullable Duration length,
        int width,
        int height) {

    boolean video() {
        return extension.equalsIgnoreCase("MP4");
    }

    boolean audio() {
        return extension.equalsIgnoreCase("M4A");
    }

    /** What people call it: "Gallery", "Chat", or the file name of a participant's own sound. */
    public String label() {
        if (participantAudio && fileName != null && !fileName.isBlank()) return fileName;
        return FileKinds.name(recordingType, fileType);
    }
}
