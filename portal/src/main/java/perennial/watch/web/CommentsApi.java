package perennial.watch.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import perennial.library.Cursor;
import perennial.library.MediaId;
import perennial.watch.Comment;
import perennial.watch.CommentId;
import perennial.watch.CommentRefused;
import perennial.watch.Comments;
import perennial.web.Listing;

/** The comments of a video over the API, newest first. */
@RestController
@RequestMapping("/api/v1/media/{id}/comments")
class CommentsApi {
    private static final double MILLIS_PER_SECOND = 1000;

    private final Comments comments;

    CommentsApi(Comments comments) {
        this.comments = comments;
    }

    /** What is sent to write or change one; {@code at} in seconds, absent: the whole video. */
    @Schema(name = "CommentWanted")
    record Wanted(@Nullable String text, @Nullable Double at) {}

    /**
     * A comment as it is answered.
     *
     * @param answers id of the comment that it stands under as a reply; null: it is none
     * @param at in seconds; null: the whole video
     * @param replies those under it, the oldest first
     * @param editedAt null: never
     */
    @Schema(name = "Comment")
    record Reply(
            String id,
            @Nullable String answers,
            Author author,
            @Nullable Double at,
            String text,
            Instant writtenAt,
            @JsonInclude @Nullable Instant editedAt,
            List<Reply> replies) {
        static Reply of(Comment comment, List<Comment> under) {
            var at = comment.at();
            var answers = comment.answers();
            return new Reply(
                    comment.id().toString(),
                    answers == null ? null : answers.toString(),
                    new Author(comment.author().toString(), comment.authorName()),
                    at == null ? null : at.toMillis() / MILLIS_PER_SECOND,
                    comment.text(),
                    comment.writtenAt(),
                    comment.editedAt(),
                    under.stream().map(reply -> of(reply, List.of())).toList());
        }
    }

    @Schema(name = "CommentReply")
    record Answer(@Nullable String text) {}

    @Schema(name = "CommentAuthor")
    record Author(String id, String name) {}

    /** Newest first; empty where the video takes no comments. */
    @GetMapping
    Listing<Reply> list(@PathVariable String id, @RequestParam(defaultValue = "") String cursor) {
        var read = comments.of(MediaId.asked(id), Cursor.asked(cursor));
        var next = read.next();
        return new Listing<>(
                read.comments().stream()
                        .map(one -> Reply.of(one, read.replies().getOrDefault(one.id(), List.of())))
                        .toList(),
                next == null ? null : next.toString());
    }

    /** Writes one. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Reply write(@PathVariable String id, @RequestBody Wanted wanted) {
        return Reply.of(comments.write(MediaId.asked(id), text(wanted), moment(wanted.at())), List.of());
    }

    /** Answers one; an answer to a reply stands beside it. */
    @PostMapping("/{comment}/replies")
    @ResponseStatus(HttpStatus.CREATED)
    Reply reply(@PathVariable String id, @PathVariable String comment, @RequestBody Answer answer) {
        var text = answer.text() == null ? "" : answer.text();
        return Reply.of(comments.reply(MediaId.asked(id), CommentId.asked(comment), text), List.of());
    }

    /** Changes the text of one; its moment stays. */
    @PatchMapping("/{comment}")
    Reply change(@PathVariable String id, @PathVariable String comment, @RequestBody Wanted wanted) {
        return Reply.of(comments.change(MediaId.asked(id), CommentId.asked(comment), text(wanted)), List.of());
    }

    /** Deletes one, with the replies under it. */
    @DeleteMapping("/{comment}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, @PathVariable String comment) {
        comments.delete(MediaId.asked(id), CommentId.asked(comment));
    }

    private static String text(Wanted wanted) {
        return wanted.text() == null ? "" : wanted.text();
    }

    private static @Nullable Duration moment(@Nullable Double seconds) {
        if (seconds == null) return null;
        if (!(seconds >= 0)) throw CommentRefused.noMoment();
        return StartTime.seconds(seconds);
    }
}
