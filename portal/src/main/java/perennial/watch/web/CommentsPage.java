package perennial.watch.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import perennial.library.Face;

/**
 * The comments under a video, as they are printed.
 *
 * @param media id of the video
 * @param open whether the video takes comments; if not, nothing is shown
 * @param me who is about to write; {@link Face#name} empty for a guest, who is asked to sign in
 * @param count in words
 * @param more address of the next page; empty at the end
 * @param draft the text of a new comment that was refused; else empty
 * @param at the moment of it, as it was typed
 * @param editing id of the comment whose new words were refused; else empty
 * @param answering id of the comment to which a reply was refused; else empty
 * @param problems a sentence for each field that does not do, by its name
 */
public record CommentsPage(
        String media,
        boolean open,
        Face me,
        String count,
        List<Line> lines,
        String more,
        String draft,
        String at,
        String editing,
        String answering,
        Map<String, String> problems) {

    /**
     * One comment.
     *
     * @param reply whether it stands under the one before, as a reply
     * @param t the second it is about; empty: the whole video
     * @param clock the same for people
     * @param words what the field for new words holds
     * @param answer what the field for a reply holds
     * @param replies how many there are under it
     */
    public record Line(
            String id,
            boolean reply,
            Face author,
            Instant writtenAt,
            boolean edited,
            String t,
            String clock,
            String text,
            String words,
            String answer,
            boolean own,
            boolean deletable,
            int replies) {
        /** What deleting it means, in words. */
        public String deletes() {
            if (replies == 0) return "Delete for good";
            return replies == 1
                    ? "Delete for good, with the reply"
                    : "Delete for good, with %d replies".formatted(replies);
        }
    }

    /** Whether somebody is signed in, and so may write. */
    public boolean writable() {
        return !me.name().isEmpty();
    }

    /** What is wrong with {@code field} of a new comment; empty: nothing. */
    public String wrong(String field) {
        return editing.isEmpty() && answering.isEmpty() ? problems.getOrDefault(field, "") : "";
    }
}
