package perennial.sync.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import perennial.sync.ArrivingFile;
import perennial.sync.CallsToday;
import perennial.sync.Connection;
import perennial.sync.ConnectionStatus;
import perennial.sync.RecordingState;
import perennial.sync.SyncProcess;
import perennial.web.Lengths;
import perennial.web.Sizes;

/** Prints a connection's status for its page. */
final class AppViews {
    private AppViews() {}

    static AppView of(Connection connection, ConnectionStatus status, CallsToday calls) {
        long total =
                Arrays.stream(RecordingState.values()).mapToLong(status::count).sum();
        long open = status.count(RecordingState.FOUND) + status.count(RecordingState.IMPORTING);
        return new AppView(
                connection.id().toString(),
                connection.settings().name(),
                status.enabled(),
                switchNote(status),
                ringText(status, total, open),
                percent(total - open, total),
                "%d of %d recordings done".formatted(total - open, total),
                Metrics.of(status),
                notes(status),
                status.warnings(),
                deletes(connection),
                activityTitle(status),
                activityDetail(status),
                activityText(status),
                callsToday(calls),
                status.downloads().stream()
                        .map(file -> download(connection, file))
                        .toList(),
                counts(status),
                status.count(RecordingState.FAILED),
                status.syncProcess() == SyncProcess.RUNNING && status.heldBy() == null,
                status.syncProcess() == SyncProcess.RUNNING || status.count(RecordingState.IMPORTING) > 0,
                status.heldBy() != null);
    }

    private static String deletes(Connection connection) {
        var deletion = connection.settings().deletion();
        if (!connection.enabled() || !deletion.deleteFromZoom()) return "";
        return "What is proven to be here goes %s %s, at most %d in one sync."
                .formatted(
                        deletion.permanently() ? "for good, past Zoom's trash," : "to Zoom's trash",
                        after(deletion.grace()),
                        deletion.cap());
    }

    /** "after 3 days", "after 1 day 12 h", "after 12 h". */
    static String after(Duration grace) {
        var day = grace.minusDays(grace.toDays());
        if (grace.toSeconds() == 0) return "at the next sync";
        if (grace.toDays() == 0) return "after " + Lengths.words(day);
        var days = "after " + Lengths.words(grace);
        return day.toSeconds() == 0 ? days : days + " " + Lengths.words(day);
    }

    static int percent(long part, long whole) {
        return whole <= 0 ? 0 : Math.clamp(100 * part / whole, 0, 100);
    }

    private static String switchNote(ConnectionStatus status) {
        if (status.enabled()) return "Syncs by itself";
        return status.lastSyncedAttempt() == null ? "Not switched on yet" : "Nothing is fetched";
    }

    private static String ringText(ConnectionStatus status, long total, long open) {
        if (!status.enabled()) return "Off";
        return total == 0 ? "" : (total - open) + "/" + total;
    }

    static List<NoteView> notes(ConnectionStatus status) {
        var notes = new ArrayList<NoteView>();
        switch (status.syncProcess()) {
            case ERROR ->
                notes.add(new NoteView(
                        "bad", "alert-circle", status.message(), "Nothing is fetched until this is put right."));
            case PAUSED -> notes.add(new NoteView("warn", "player-pause", status.message(), pausedNext(status)));
            case OFF ->
                notes.add(new NoteView(
                        "",
                        "info-circle",
                        "Nothing is fetched while this is off",
                        "The videos that are here stay as they are. Switch on, and a sync starts at once."));
            default -> {}
        }
        return notes;
    }

    private static String pausedNext(ConnectionStatus status) {
        return status.heldBy() == null
                ? "It goes on by itself."
                : "Press Go on when it may. What was fetched is kept, and new meetings wait at Zoom.";
    }

    private static String activityTitle(ConnectionStatus status) {
        if (!status.downloads().isEmpty()) return "Downloading now";
        return switch (status.syncProcess()) {
            case OFF -> "Switched off";
            case RUNNING -> "At work";
            case ERROR -> "Waiting for you";
            case PAUSED -> "Paused";
            case FINISHED, FINISHED_WITH_WARNINGS -> "Nothing to download";
        };
    }

    private static String activityDetail(ConnectionStatus status) {
        var files = status.downloads();
        if (files.isEmpty()) return "";
        long rate = files.stream().mapToLong(ArrivingFile::bytesPerSecond).sum();
        return rate == 0
                ? Labels.files(files.size())
                : "%s · %s/s".formatted(Labels.files(files.size()), Sizes.text(rate));
    }

    private static String activityText(ConnectionStatus status) {
        if (!status.downloads().isEmpty()) return "";
        return switch (status.syncProcess()) {
            case OFF -> "New meetings wait at Zoom.";
            case RUNNING -> status.message();
            case ERROR -> "Put it right here in the settings, or at Zoom, then press Sync now.";
            case PAUSED -> status.heldBy() == null ? status.message() : "Nothing is in flight.";
            case FINISHED, FINISHED_WITH_WARNINGS ->
                "Everything of this sync has ended: %s".formatted(status.message());
        };
    }

    private static String callsToday(CallsToday calls) {
        return calls.limit() == null
                ? "%,d".formatted(calls.calls())
                : "%,d of %,d".formatted(calls.calls(), calls.limit());
    }

    private static DownloadView download(Connection connection, ArrivingFile file) {
        var size = file.size();
        var left = size == null || file.bytesPerSecond() <= 0
                ? ""
                : Lengths.words(Duration.ofSeconds(Math.max(0, size - file.bytes()) / file.bytesPerSecond()));
        return new DownloadView(
                "/zoom/%s/recordings/%s".formatted(connection.id(), file.recording()),
                file.topic(),
                file.file(),
                size == null ? 0 : percent(file.bytes(), size),
                size == null
                        ? Sizes.text(file.bytes())
                        : "%s of %s".formatted(Sizes.text(file.bytes()), Sizes.text(size)),
                file.bytesPerSecond() <= 0 ? "" : Sizes.text(file.bytesPerSecond()) + "/s",
                left);
    }

    private static List<CountView> counts(ConnectionStatus status) {
        return Arrays.stream(RecordingState.values())
                .map(state -> new CountView(
                        state.word(),
                        Labels.of(state),
                        status.count(state),
                        state == RecordingState.FAILED && status.count(state) > 0))
                .toList();
    }

    static ChipView chip(SyncProcess process) {
        var word = Metrics.word(process);
        return switch (process) {
            case OFF -> new ChipView("", "player-stop", word);
            case RUNNING -> new ChipView("run", "refresh", word);
            case FINISHED -> new ChipView("ok", "circle-check", word);
            case FINISHED_WITH_WARNINGS -> new ChipView("warn", "alert-triangle", word);
            case PAUSED -> new ChipView("warn", "player-pause", word);
            case ERROR -> new ChipView("bad", "alert-circle", word);
        };
    }
}
