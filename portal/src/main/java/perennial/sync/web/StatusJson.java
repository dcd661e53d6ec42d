package perennial.sync.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import perennial.sync.ArrivingFile;
import perennial.sync.Authorization;
import perennial.sync.ConnectionStatus;
import perennial.sync.RecordingState;
import perennial.sync.SyncProcess;

/** The status of a connection as the API shows it. */
record StatusJson(
        SyncProcess syncProcess,
        String message,
        @Nullable Instant lastSyncedAttempt,
        @Nullable Instant lastRecordingFetchedTill,
        @Nullable Instant completeTill,
        AuthorizationJson authorization,
        Counts counts,
        List<String> warnings,
        List<DownloadJson> downloads) {

    static StatusJson of(ConnectionStatus status) {
        return new StatusJson(
                status.syncProcess(),
                status.message(),
                status.lastSyncedAttempt(),
                status.lastRecordingFetchedTill(),
                status.completeTill(),
                AuthorizationJson.of(status.authorization()),
                Counts.of(status),
                status.warnings(),
                status.downloads().stream().map(DownloadJson::of).toList());
    }

    record AuthorizationJson(
            Authorization.Status status,
            String reason,
            List<String> missingScopes,
            @Nullable Instant checkedAt,
            Authorization.CloudRecording cloudRecording) {
        static AuthorizationJson of(Authorization authorization) {
            return new AuthorizationJson(
                    authorization.status(),
                    authorization.reason(),
                    authorization.missingScopes(),
                    authorization.checkedAt(),
                    authorization.cloudRecording());
        }
    }

    record Counts(
            long found,
            long waiting,
            long importing,
            long imported,
            long failed,
            long skipped,
            long deletedAtZoom,
            long goneAtZoom) {
        static Counts of(ConnectionStatus status) {
            return new Counts(
                    status.count(RecordingState.FOUND),
                    status.count(RecordingState.WAITING),
                    status.count(RecordingState.IMPORTING),
                    status.count(RecordingState.IMPORTED),
                    status.count(RecordingState.FAILED),
                    status.count(RecordingState.SKIPPED),
                    status.count(RecordingState.DELETED_AT_ZOOM),
                    status.count(RecordingState.GONE_AT_ZOOM));
        }
    }

    record DownloadJson(
            String recording,
            String file,
            long bytes,
            @Nullable Long size,
            long bytesPerSecond) {
        static DownloadJson of(ArrivingFile file) {
            return new DownloadJson(
                    file.recording().toString(), file.file(), file.bytes(), file.size(), file.bytesPerSecond());
        }
    }
}
