package perennial.sync.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import perennial.library.MediaId;
import perennial.sync.FileState;
import perennial.sync.LedgerFile;
import perennial.sync.LedgerPage;
import perennial.sync.RecordingState;

/** A recording of the ledger as the API shows it. */
record RecordingJson(
        String id,
        String uuid,
        long meetingId,
        String topic,
        @Nullable String host,
        Instant start,
        RecordingState state,
        String reason,
        int attempts,
        @Nullable Instant nextAttempt,
        List<String> mediaIds,
        List<FileJson> files) {

    /** @param keptWhy why it may not be deleted at Zoom, where it is imported and its connection deletes */
    static RecordingJson of(LedgerPage.Entry entry, String keptWhy) {
        var recording = entry.recording();
        return new RecordingJson(
                recording.id().toString(),
                recording.uuid(),
                recording.meetingNumber(),
                recording.topic(),
                recording.hostEmail(),
                recording.start(),
                recording.state(),
                recording.reason().isEmpty() ? keptWhy : recording.reason(),
                recording.attempts(),
                recording.nextAttemptAt(),
                recording.mediaIds().stream().map(MediaId::toString).toList(),
                entry.files().stream().map(FileJson::of).toList());
    }

    /** @param size in bytes, as stored; before that as Zoom says, null when it does not */
    record FileJson(
            @Nullable String zoomId,
            String fileType,
            String recordingType,
            @Nullable Instant recordingStart,
            @Nullable Long size,
            @Nullable String sha256,
            FileState state,
            String reason,
            int attempts) {
        static FileJson of(LedgerFile file) {
            return new FileJson(
                    file.zoomId(),
                    file.fileType(),
                    file.recordingType(),
                    file.start(),
                    file.blob() == null ? file.sizeSaid() : Long.valueOf(file.size()),
                    file.sha256(),
                    file.state(),
                    file.reason(),
                    file.attempts());
        }
    }
}
