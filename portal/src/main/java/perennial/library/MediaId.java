package perennial.library;

import java.util.UUID;

/** Identifies a media item for its whole life, through every new version; safe to show in an address. */
public record MediaId(UUID value) {
    /** A new id that nobody can guess. */
    public static MediaId random() {
        return new MediaId(UUID.randomUUID());
    }

    /**
     * Reads an id as it stands in an address.
     *
     * @throws IllegalArgumentException if it is no UUID
     */
    public static MediaId parse(String text) {
        return new MediaId(UUID.fromString(text));
    }

    /**
     * Reads an id that somebody asks for.
     *
     * @throws UnknownMedia if it is no id of ours: what cannot exist is answered as what does not
     */
    public static MediaId asked(String text) {
        try {
            return parse(text);
        } catch (IllegalArgumentException e) {
            throw new UnknownMedia();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
