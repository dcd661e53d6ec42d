package perennial.access;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import perennial.library.Access;
import perennial.library.MediaStatus;

/** What a video may be in, as far as it matters to who sees it. Those that nobody sees yet, or any more, have a wide access. */
enum State {
    PRIVATE(MediaStatus.PUBLISHED, Access.AUTHOR),
    CHOSEN(MediaStatus.PUBLISHED, Access.CHOSEN),
    PORTAL(MediaStatus.PUBLISHED, Access.PORTAL),
    LINK(MediaStatus.PUBLISHED, Access.LINK),
    PUBLIC(MediaStatus.PUBLISHED, Access.PUBLIC),
    DRAFT(MediaStatus.DRAFT, Access.PUBLIC),
    DRAFT_WITH_LINK(MediaStatus.DRAFT, Access.LINK),
    IN_REVIEW(MediaStatus.IN_REVIEW, Access.PUBLIC),
    REJECTED(MediaStatus.REJECTED, Access.LINK),
    DELETED(MediaStatus.DELETED, Access.PUBLIC),
    DELETED_WITH_LINK(MediaStatus.DELETED, Access.LINK),
    NOT_YET(MediaStatus.PUBLISHED, Access.PUBLIC, Duration.ofDays(1), null),
    NO_LONGER(MediaStatus.PUBLISHED, Access.LINK, null, Duration.ofDays(-1));

    private final MediaStatus status;
    private final Access access;
    private final @Nullable Duration from;
    private final @Nullable Duration until;

    State(MediaStatus status, Access access) {
        this(status, access, null, null);
    }

    State(MediaStatus status, Access access, @Nullable Duration from, @Nullable Duration until) {
        this.status = status;
        this.access = access;
        this.from = from;
        this.until = until;
    }

    MediaStatus status() {
        return status;
    }

    Access access() {
        return access;
    }

    /** From when on, counted from now; null: always. */
    @Nullable
    Duration from() {
        return from;
    }

    /** Until when, counted from now; null: for ever. */
    @Nullable
    Duration until() {
        return until;
    }

    /** Whether it is shown to its audience. */
    boolean shown() {
        return status == MediaStatus.PUBLISHED && from == null && until == null;
    }
}
