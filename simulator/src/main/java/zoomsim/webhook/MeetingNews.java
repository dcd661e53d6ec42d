package zoomsim.webhook;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import zoomsim.account.Account;
import zoomsim.account.Meeting;
import zoomsim.account.RecordingFile;

/** Turns changes of the account into the events that Zoom would send for them. */
record MeetingNews(EventJson events, Consumer<ObjectNode> outbox) implements Account.Watcher {
    private static final Predicate<RecordingFile> TRANSCRIPT =
            file -> file.fileType().equals("TRANSCRIPT");

    @Override
    public void changed(@Nullable Meeting before, @Nullable Meeting after) {
        if (after == null) {
            if (before != null) operated("recording.deleted", before, before.files());
        } else if (before == null || (unfinished(before) && !unfinished(after))) {
            if (!unfinished(after)) completed(after, after.files());
        } else {
            whole(before, after);
            files(before, after);
        }
    }

    private void whole(Meeting before, Meeting after) {
        if (!before.topic().equals(after.topic())) outbox.accept(events.renamed(before, after));
        if (!before.trashed() && after.trashed()) operated("recording.trashed", after, after.files());
        if (before.trashed() && !after.trashed()) operated("recording.recovered", after, after.files());
    }

    private void files(Meeting before, Meeting after) {
        var added = after.files().stream()
                .filter(file ->
                        before.files().stream().noneMatch(old -> old.key().equals(file.key())))
                .toList();
        var transcripts = added.stream().filter(TRANSCRIPT).toList();
        var others = added.stream().filter(TRANSCRIPT.negate()).toList();
        if (!transcripts.isEmpty()) outbox.accept(events.ready("recording.transcript_completed", after, transcripts));
        if (!others.isEmpty() && !unfinished(after)) completed(after, others);
        for (var old : before.files()) {
            var now = after.files().stream()
                    .filter(file -> file.key().equals(old.key()))
                    .findFirst();
            if (now.isEmpty()) operated("recording.deleted", after, List.of(old));
            else if (!old.trashed() && now.get().trashed()) operated("recording.trashed", after, List.of(old));
            else if (old.trashed() && !now.get().trashed()) operated("recording.recovered", after, List.of(old));
        }
    }

    private void completed(Meeting meeting, List<RecordingFile> files) {
        if (!files.isEmpty()) outbox.accept(events.ready("recording.completed", meeting, files));
    }

    private void operated(String event, Meeting meeting, List<RecordingFile> files) {
        outbox.accept(events.operated(event, meeting, files));
    }

    private static boolean unfinished(Meeting meeting) {
        return meeting.processingUntil() != null;
    }
}
