package perennial.watch;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import perennial.people.PersonId;

/**
 * What somebody wrote under a video. Plain text: nothing in it is markup.
 *
 * @param answers the comment that it stands under as a reply; absent: it is none
 * @param at the moment of the video that it is about; absent: the whole video
 * @param editedAt when its author last changed it; absent: never
 */
public record Comment(
        CommentId id,
        @Nullable CommentId answers,
        PersonId author,
        String authorName,
        @Nullable Duration at,
        String text,
        Instant writtenAt,
        @Nullable Instant editedAt) {}
