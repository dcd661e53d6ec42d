package perennial.watch;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import perennial.audit.AuditLog;
import perennial.library.Cursor;
import perennial.library.Media;
import perennial.library.MediaChanges;
import perennial.library.MediaId;
import perennial.library.UnknownMedia;
import perennial.library.VisibleMedia;
import perennial.people.CurrentPerson;
import perennial.people.Person;
import perennial.web.PortalException;

/**
 * Comments, on behalf of whoever asks. Whoever may see a video reads them and, signed in, writes; its own author changes a
 * comment; they, the video's author and Moderators up delete it. Where a video's comments are switched off, those that there are
 * stay, and nobody sees them until they are switched on again.
 */
@Service
public class Comments {
    /** In characters. */
    public static final int LONGEST = 4_000;

    private static final int PAGE = 30;
    private static final int COUNTED = 1_000;
    private static final int REPLIES = 1_000; // under the comments of one page

    private final CommentRows rows;
    private final VisibleMedia visible;
    private final CurrentPerson current;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    Comments(
            CommentRows rows,
            VisibleMedia visible,
            CurrentPerson current,
            AuditLog audit,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.visible = visible;
        this.current = current;
        this.audit = audit;
        this.events = events;
    }

    /**
     * One page of the comments of an item.
     *
     * @param open whether the item takes comments
     * @param reader who reads them; absent: a guest
     * @param comments those that are no replies
     * @param replies under them, by comment, the oldest first
     * @param count of all its comments, replies too, at most 1,001 (for "more than 1,000")
     * @param next where the next page starts; absent at the end
     */
    public record Read(
            Media media,
            boolean open,
            @Nullable Person reader,
            int count,
            List<Comment> comments,
            Map<CommentId, List<Comment>> replies,
            @Nullable Cursor next) {
        /** Whether the reader may change {@code comment}. */
        public boolean own(Comment comment) {
            return reader != null && comment.author().equals(reader.id());
        }

        /** Whether the reader may delete {@code comment}. */
        public boolean deletable(Comment comment) {
            return reader != null && mayDelete(reader, media, comment);
        }
    }

    /**
     * Reads, newest first.
     *
     * @throws UnknownMedia if there is no such item, or not for this reader
     */
    public Read of(MediaId id, Cursor after) {
        var reader = current.find().orElse(null);
        var media = seen(id);
        if (!media.allowed().comments()) return new Read(media, false, reader, 0, List.of(), Map.of(), null);
        var found = rows.of(id, after, PAGE + 1);
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        var next = found.size() <= PAGE ? null : behind(shown.getLast());
        return new Read(media, true, reader, rows.count(id, COUNTED + 1), List.copyOf(shown), replies(shown), next);
    }

    private Map<CommentId, List<Comment>> replies(List<Comment> comments) {
        if (comments.isEmpty()) return Map.of();
        return rows.replies(comments.stream().map(Comment::id).toList(), REPLIES).stream()
                .collect(Collectors.groupingBy(reply -> Objects.requireNonNull(reply.answers())));
    }

    /**
     * Writes one.
     *
     * @param at the moment it is about; null: the whole video
     * @throws UnknownMedia as {@link #of}
     * @throws CommentRefused if the text or the moment does not do
     * @throws PortalException if the item takes no comments
     */
    @Transactional
    public Comment write(MediaId media, String text, @Nullable Duration at) {
        var person = current.require();
        var item = seen(media);
        mustBeOpen(item);
        if (at != null && at.compareTo(item.length()) > 0) {
            throw new CommentRefused("at", "The video is shorter than that", "Choose a moment of it, or none.");
        }
        return added(media, null, person, at, text);
    }

    /**
     * Answers {@code comment}; an answer to a reply stands beside it, under the comment that it is a reply to.
     *
     * @throws UnknownMedia as {@link #of}
     * @throws CommentRefused if the text does not do
     * @throws PortalException if there is no such comment, or the item takes none
     */
    @Transactional
    public Comment reply(MediaId media, CommentId comment, String text) {
        var person = current.require();
        mustBeOpen(seen(media));
        var answered = rows.hold(media, comment).orElseThrow(PortalException::notFound);
        var under = answered.answers() == null ? answered.id() : answered.answers();
        return added(media, under, person, null, text);
    }

    private Comment added(MediaId media, @Nullable CommentId under, Person person, @Nullable Duration at, String text) {
        var id = CommentId.random();
        rows.insert(id, media, under, person.id(), at, checked(text));
        audit.record(person.email(), "watch.comment-written", "media/" + media, "");
        events.publishEvent(new CommentWritten(id, media));
        return rows.find(media, id).orElseThrow();
    }

    /**
     * Changes the words of one's own.
     *
     * @throws UnknownMedia as {@link #of}
     * @throws CommentRefused if the text does not do
     * @throws PortalException if there is no such comment, it is somebody else's, or the item takes no comments
     */
    @Transactional
    public Comment change(MediaId media, CommentId id, String text) {
        var person = current.require();
        mustBeOpen(seen(media));
        var comment = rows.find(media, id).orElseThrow(PortalException::notFound);
        if (!comment.author().equals(person.id())) {
            throw new PortalException(
                    403, "not-your-comment", "Only whoever wrote a comment changes it", "Write one of your own.");
        }
        if (!rows.change(id, checked(text))) throw PortalException.notFound();
        audit.record(person.email(), "watch.comment-changed", "media/" + media, "");
        return rows.find(media, id).orElseThrow(PortalException::notFound);
    }

    /**
     * Deletes one for good, with the replies under it, also where the item takes no comments any more.
     *
     * @throws UnknownMedia as {@link #of}
     * @throws PortalException if there is no such comment, or somebody else must
     */
    @Transactional
    public void delete(MediaId media, CommentId id) {
        var person = current.require();
        var item = seen(media);
        var comment = rows.find(media, id).orElseThrow(PortalException::notFound);
        if (!mayDelete(person, item, comment)) {
            throw new PortalException(
                    403,
                    "not-your-comment",
                    "This comment is not yours to delete",
                    "Ask the video's author, or a Moderator.");
        }
        if (!rows.delete(id)) throw PortalException.notFound();
        var own = comment.author().equals(person.id());
        audit.record(
                person.email(), "watch.comment-deleted", "media/" + media, own ? "" : "by " + comment.authorName());
    }

    private static Cursor behind(Comment comment) {
        return new Cursor(
                comment.writtenAt().atOffset(ZoneOffset.UTC), comment.id().value());
    }

    private Media seen(MediaId id) {
        var viewer = current.find().map(Person::id).orElse(null);
        return visible.find(id, viewer).or(this::signInFirst).orElseThrow(UnknownMedia::new);
    }

    /** A guest may be somebody who may see it, and is asked to sign in. */
    private Optional<Media> signInFirst() {
        current.require();
        return Optional.empty();
    }

    private static boolean mayDelete(Person person, Media item, Comment comment) {
        return comment.author().equals(person.id()) || MediaChanges.mayChange(person, item);
    }

    private static void mustBeOpen(Media item) {
        if (item.allowed().comments()) return;
        throw PortalException.conflict(
                "comments-off", "Comments are switched off for this video", "Ask its author to switch them on.");
    }

    /** PostgreSQL keeps no NUL in a text. */
    private static String checked(String text) {
        var stripped = text.replace("\u0000", "").replace("\r\n", "\n").strip();
        if (stripped.isEmpty())
            throw new CommentRefused("text", "There is nothing in this comment", "Write something.");
        if (stripped.length() > LONGEST) {
            throw new CommentRefused(
                    "text",
                    "This comment is too long",
                    "Use at most %,d characters; this has %,d.".formatted(LONGEST, stripped.length()));
        }
        return stripped;
    }
}
