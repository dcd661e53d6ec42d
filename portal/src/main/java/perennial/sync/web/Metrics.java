package perennial.sync.web;

import java.util.List;
import perennial.sync.Authorization;
import perennial.sync.ConnectionStatus;
import perennial.sync.SyncProcess;

/** Prints the four metrics, always in this order and under these names (S3 to S6). */
final class Metrics {
    private Metrics() {}

    static List<MetricView> of(ConnectionStatus status) {
        return List.of(process(status), attempt(status), fetchedTill(status), authorization(status.authorization()));
    }

    static String word(SyncProcess process) {
        return switch (process) {
            case OFF -> "Off";
            case RUNNING -> "Running";
            case FINISHED -> "Finished";
            case FINISHED_WITH_WARNINGS -> "Finished with warnings";
            case PAUSED -> "Paused";
            case ERROR -> "Error";
        };
    }

    private static MetricView process(ConnectionStatus status) {
        // A name may be long, and stands in the note below.
        boolean held = status.syncProcess() == SyncProcess.PAUSED && status.heldBy() != null;
        var detail = held ? "Until somebody lets it go on" : status.message();
        var metric = MetricView.of("Sync Process", word(status.syncProcess()), detail);
        return switch (status.syncProcess()) {
            case OFF, FINISHED -> metric;
            case RUNNING -> metric.pulsing();
            case FINISHED_WITH_WARNINGS -> metric.tone("warn").icon("alert-triangle");
            case PAUSED -> metric.tone("warn").icon("player-pause");
            case ERROR -> metric.tone("bad").icon("alert-circle");
        };
    }

    private static MetricView attempt(ConnectionStatus status) {
        var at = status.lastSyncedAttempt();
        if (at == null) return MetricView.of("Last Synced Attempt", "Never", "Starts when you switch on");
        var next = status.enabled() ? "When the latest sync began" : "No next one while off";
        return MetricView.of("Last Synced Attempt", "", next).at(at);
    }

    private static MetricView fetchedTill(ConnectionStatus status) {
        var till = status.completeTill();
        var detail = till == null ? "Complete till: nothing yet" : "Complete till";
        var metric =
                MetricView.of("Last Recording Fetched Till", "Nothing yet", "").detail(detail, till);
        var latest = status.lastRecordingFetchedTill();
        return latest == null ? metric : metric.at(latest);
    }

    private static MetricView authorization(Authorization authorization) {
        var checked = authorization.checkedAt();
        return switch (authorization.status()) {
            case NOT_CHECKED ->
                MetricView.of("Authorization Status", "Not checked", "Checked when you switch on")
                        .icon("shield");
            case AUTHORIZED -> value("Authorized").detail("Checked", checked).icon("shield-check");
            case MISSING_SCOPES ->
                value("Missing scopes")
                        .detail(String.join(", ", authorization.missingScopes()), null)
                        .tone("bad")
                        .icon("shield-x");
            case REFUSED ->
                value("Refused")
                        .detail(authorization.reason(), null)
                        .tone("bad")
                        .icon("shield-x");
        };
    }

    private static MetricView value(String text) {
        return MetricView.of("Authorization Status", text, "");
    }
}
