package perennial.watch.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import perennial.library.Cursor;
import perennial.library.Face;
import perennial.library.MediaId;
import perennial.watch.Comment;
import perennial.watch.CommentRefused;
import perennial.watch.Comments;
import perennial.watch.Comments.Read;
import perennial.web.Lengths;
import perennial.web.PortalException;

/** Makes the comments under a video for whoever asks. */
@Component
class CommentPages {
    private static final Face NOBODY = Face.of("");
    private static final int COUNTED = 1_000;

    private final Comments comments;

    CommentPages(Comments comments) {
        this.comments = comments;
    }

    /** What was asked for and refused. */
    private record Refused(String draft, String at, String editing, String answering, Map<String, String> problems) {
        static final Refused NOTHING = new Refused("", "", "", "", Map.of());

        boolean ofNew() {
            return editing.isEmpty() && answering.isEmpty();
        }
    }

    /**
     * @param after where the page starts; empty for the newest
     */
    CommentsPage page(MediaId id, String after) {
        return page(id, after, Refused.NOTHING);
    }

    /** With a new comment that does not do. */
    CommentsPage refused(MediaId id, String draft, String at, CommentRefused refusal) {
        return page(id, "", new Refused(draft, at, "", "", problem(refusal)));
    }

    /** With new words for a comment that do not do. */
    CommentsPage refused(MediaId id, String comment, String words, String after, CommentRefused refusal) {
        return page(id, after, new Refused(words, "", comment, "", problem(refusal)));
    }

    /** With a reply to {@code comment} that does not do. */
    CommentsPage refusedReply(MediaId id, String comment, String words, CommentRefused refusal) {
        return page(id, "", new Refused(words, "", "", comment, problem(refusal)));
    }

    private static Map<String, String> problem(CommentRefused refusal) {
        return Map.of(refusal.field(), refusal.sentence() + ". " + refusal.nextStep());
    }

    private CommentsPage page(MediaId id, String after, Refused refused) {
        var read = comments.of(id, place(after));
        var next = read.next();
        var reader = read.reader();
        return new CommentsPage(
                id.toString(),
                read.open(),
                reader == null ? NOBODY : Face.of(reader.name()),
                count(read.count()),
                read.comments().stream()
                        .flatMap(one -> Stream.concat(
                                Stream.of(one), read.replies().getOrDefault(one.id(), List.of()).stream()))
                        .map(one -> line(read, one, refused))
                        .toList(),
                next == null ? "" : next.toString(),
                refused.ofNew() ? refused.draft() : "",
                refused.at(),
                refused.editing(),
                refused.answering(),
                refused.problems());
    }

    private static CommentsPage.Line line(Read read, Comment comment, Refused refused) {
        var at = comment.at();
        var id = comment.id().toString();
        return new CommentsPage.Line(
                id,
                comment.answers() != null,
                Face.of(comment.authorName()),
                comment.writtenAt(),
                comment.editedAt() != null,
                at == null ? "" : StartTime.text(at),
                at == null ? "" : Lengths.clock(at),
                comment.text(),
                refused.editing().equals(id) ? refused.draft() : comment.text(),
                refused.answering().equals(id) ? refused.draft() : "",
                read.own(comment),
                read.deletable(comment),
                read.replies().getOrDefault(comment.id(), List.of()).size());
    }

    private static String count(int count) {
        if (count == 0) return "None yet";
        return count > COUNTED ? "More than %,d".formatted(COUNTED) : Integer.toString(count);
    }

    private static Cursor place(String text) {
        try {
            return Cursor.of(text);
        } catch (IllegalArgumentException e) {
            throw PortalException.badRequest(
                    "unknown-cursor", "There is no such page of comments", "Open the video again.");
        }
    }
}
