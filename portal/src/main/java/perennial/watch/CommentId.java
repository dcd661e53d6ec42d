package perennial.watch;

import java.util.UUID;
import perennial.web.PortalException;

/** Identifies a comment for its whole life; safe to show in an address. */
public record CommentId(UUID value) {
    static CommentId random() {
        return new CommentId(UUID.randomUUID());
    }

    /**
     * Reads an id that somebody asks for.
     *
     * @throws PortalException if it is no id of ours: what cannot exist is answered as what does not
     */
    public static CommentId asked(String text) {
        try {
            return new CommentId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw PortalException.notFound();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
