package perennial.library;

import java.util.UUID;
import perennial.web.PortalException;

/** Identifies a category. */
public record CategoryId(UUID value) {
    static CategoryId random() {
        return new CategoryId(UUID.randomUUID());
    }

    /** Throws IllegalArgumentException if {@code text} is no UUID. */
    public static CategoryId parse(String text) {
        return new CategoryId(UUID.fromString(text));
    }

    /**
     * Reads an id that somebody asks for.
     *
     * @throws PortalException 404 if it is no id of ours
     */
    public static CategoryId asked(String text) {
        try {
            return parse(text);
        } catch (IllegalArgumentException e) {
            throw PortalException.notFound();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
