package perennial.sync.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import perennial.sync.Connection;
import perennial.sync.LedgerRecording;
import perennial.sync.Reconciliation;

/** Prints the latest comparison. */
final class ReconciliationViews {
    private ReconciliationViews() {}

    static ReconciliationView of(Connection connection, @Nullable Reconciliation latest, int vanished) {
        var id = connection.id().toString();
        return new ReconciliationView(
                id,
                connection.settings().name(),
                vanished,
                latest == null ? List.of() : metrics(latest),
                latest == null
                        ? List.of()
                        : latest.differences().stream()
                                .map(each -> row(id, each))
                                .toList(),
                latest != null);
    }

    private static List<MetricView> metrics(Reconciliation latest) {
        int differences = latest.differences().size();
        var users = latest.users() == 1 ? "1 user" : latest.users() + " users";
        return List.of(
                MetricView.of(
                        "Zoom lists",
                        String.valueOf(latest.atZoom()),
                        "recordings of %s that the settings take".formatted(users)),
                MetricView.of("The portal holds", String.valueOf(latest.inPortal()), "of them"),
                MetricView.of(
                        "Differences",
                        String.valueOf(differences),
                        differences == 0 ? "Everything agrees" : "by name below"),
                MetricView.of("Compared", "", "Each night, and when you ask").at(latest.comparedAt()));
    }

    private static ReconciliationView.Row row(String connection, Reconciliation.Difference difference) {
        var recording = difference.recording();
        return new ReconciliationView.Row(
                LedgerRecording.title(difference.topic()),
                recording == null ? "" : "/zoom/%s/recordings/%s".formatted(connection, recording),
                difference.sentence(),
                chip(difference.kind()),
                difference.there(),
                difference.here());
    }

    private static ChipView chip(Reconciliation.Kind kind) {
        return switch (kind) {
            case MISSING_HERE -> new ChipView("warn", "alert-triangle", "Missing here");
            case NOT_IMPORTED -> new ChipView("warn", "alert-triangle", "Not imported");
            case FILE_MISSING -> new ChipView("warn", "alert-triangle", "File missing");
            case SIZE_DIFFERS -> new ChipView("bad", "alert-circle", "Size differs");
            case NOT_LISTED -> new ChipView("warn", "help", "Unknown");
            case GONE_AT_ZOOM -> new ChipView("", "cloud-off", "Gone at Zoom");
            case WAITING -> new ChipView("wait", "hourglass", "Waiting for Zoom");
        };
    }
}
