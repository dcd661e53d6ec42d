package perennial.sync;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sentence beside Sync Process: what, how far, why, what to do. */
final class SyncMessage {
    private SyncMessage() {}

    static String of(SyncProcess process, Connection connection, @Nullable Run run, Map<RecordingState, Long> counts) {
        return switch (process) {
            case OFF -> "Nothing is fetched while it is off.";
            case ERROR, PAUSED -> run == null ? "" : run.message();
            case RUNNING -> running(connection, run, counts);
            case FINISHED, FINISHED_WITH_WARNINGS -> finished(counts);
        };
    }

    /** Of one that a person has paused. */
    static String held(SyncProcess process, String by) {
        return process == SyncProcess.RUNNING
                ? "The files in flight are ended, then it pauses. %s asked for that.".formatted(by)
                : "Paused by %s. It waits until somebody lets it go on.".formatted(by);
    }

    private static String running(Connection connection, @Nullable Run run, Map<RecordingState, Long> counts) {
        if (run == null || (!run.open() && run.asked() < connection.wanted())) return "A sync is about to begin.";
        if (run.open() && !run.message().isEmpty()) return run.message();
        if (run.open() && run.scannedAt() == null) return scanning(run);
        long working = Status.working(counts);
        return "Importing: %d %s to go, %d imported."
                .formatted(working, recordings(working), counts.get(RecordingState.IMPORTED));
    }

    private static String scanning(Run run) {
        var seen = "%d %s seen so far.".formatted(run.seen(), recordings(run.seen()));
        var where = run.hosts() > 1
                ? "person %d of %d, ".formatted(Math.min(run.hostsDone() + 1, run.hosts()), run.hosts())
                : "";
        return "Reading Zoom's lists: %s%s".formatted(where, seen);
    }

    private static String finished(Map<RecordingState, Long> counts) {
        var text = new StringBuilder("%d imported".formatted(counts.get(RecordingState.IMPORTED)));
        append(text, counts, RecordingState.WAITING, "waiting for Zoom");
        append(text, counts, RecordingState.FAILED, "failed");
        append(text, counts, RecordingState.SKIPPED, "left at Zoom");
        append(text, counts, RecordingState.DELETED_AT_ZOOM, "deleted at Zoom");
        append(text, counts, RecordingState.GONE_AT_ZOOM, "gone at Zoom");
        return text.append('.').toString();
    }

    private static void append(
            StringBuilder text, Map<RecordingState, Long> counts, RecordingState state, String words) {
        long number = counts.getOrDefault(state, 0L);
        if (number > 0) text.append(", %d %s".formatted(number, words));
    }

    private static String recordings(long number) {
        return number == 1 ? "recording" : "recordings";
    }
}
