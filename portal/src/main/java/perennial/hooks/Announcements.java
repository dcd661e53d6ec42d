package perennial.hooks;

import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import perennial.library.Library;
import perennial.library.MediaBinned;
import perennial.library.MediaChanged;
import perennial.library.MediaId;
import perennial.library.MediaMoved;
import perennial.library.MediaRestored;
import perennial.library.MediaStatus;
import perennial.sync.RecordingEnded;
import perennial.sync.RecordingState;
import perennial.watch.CommentWritten;

/** Hears what happens in other modules, in the transaction of the change, and queues what is to be told of it. */
@Component
class Announcements {
    private final Queueing queueing;
    private final Library library;

    Announcements(Queueing queueing, Library library) {
        this.queueing = queueing;
        this.library = library;
    }

    @EventListener
    void moved(MediaMoved move) {
        boolean here = move.to() == MediaStatus.PUBLISHED;
        boolean before = move.from() == MediaStatus.PUBLISHED;
        if (here && !before) instead(HookEvent.MEDIA_PUBLISHED, move.id());
        if (before && !here) instead(HookEvent.MEDIA_WITHDRAWN, move.id());
        if (move.to() == MediaStatus.IN_REVIEW && move.from() != MediaStatus.IN_REVIEW) {
            queueing.queue(HookEvent.MEDIA_SUBMITTED, move.id(), Map.of());
        }
    }

    /** An item that is only now coming in, or going, is told of by that. */
    @EventListener
    void changed(MediaChanged change) {
        if (!queueing.wanted(HookEvent.MEDIA_UPDATED)) return;
        if (library.status(change.id()).orElse(null) != MediaStatus.PUBLISHED) return;
        queueing.queueOnce(HookEvent.MEDIA_UPDATED, change.id(), HookEvent.MEDIA_PUBLISHED);
    }

    @EventListener
    void binned(MediaBinned binned) {
        if (binned.from() == MediaStatus.PUBLISHED) instead(HookEvent.MEDIA_DELETED, binned.id());
    }

    @EventListener
    void restored(MediaRestored restored) {
        if (restored.to() == MediaStatus.PUBLISHED) instead(HookEvent.MEDIA_PUBLISHED, restored.id());
    }

    @EventListener
    void commented(CommentWritten written) {
        queueing.queue(
                HookEvent.COMMENT_ADDED,
                written.media(),
                Map.of("comment", written.comment().toString()));
    }

    @EventListener
    void ended(RecordingEnded ended) {
        var about = Map.of("connection", ended.connection().toString());
        if (ended.state() == RecordingState.IMPORTED) {
            queueing.queue(HookEvent.RECORDING_IMPORTED, ended.recording(), about);
        } else if (ended.state() == RecordingState.FAILED) {
            queueing.queue(HookEvent.RECORDING_FAILED, ended.recording(), about);
        }
    }

    private void instead(HookEvent event, MediaId id) {
        queueing.takeBack(HookEvent.MEDIA_UPDATED, id);
        queueing.queue(event, id, Map.of());
    }
}
