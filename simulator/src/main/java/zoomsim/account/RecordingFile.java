package zoomsim.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One file of a recording.
 *
 * @param key identifies the file inside the simulator; shown as {@code id} where Zoom shows one
 * @param sparse written the way replies of 2019 and 2020 show a timeline: no id, size, type or status
 * @param shownSize what {@code file_size} claims
 * @param deletedAt when this single file went to the trash
 */
public record RecordingFile(
        UUID key,
        boolean sparse,
        String fileType,
        String fileExtension,
        String recordingType,
        Instant start,
        Instant end,
        Content content,
        ShownSize shownSize,
        @Nullable Instant deletedAt) {
    /** What a reply says of the size. */
    public enum ShownSize {
        TRUE,
        ZERO,
        /** One byte too many. */
        OFF_BY_ONE,
        MISSING
    }

    public boolean trashed() {
        return deletedAt != null;
    }

    public RecordingFile deleted(@Nullable Instant at) {
        return new RecordingFile(
                key, sparse, fileType, fileExtension, recordingType, start, end, content, shownSize, at);
    }

    public RecordingFile showing(ShownSize size) {
        return new RecordingFile(
                key, sparse, fileType, fileExtension, recordingType, start, end, content, size, deletedAt);
    }
}
