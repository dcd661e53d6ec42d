package perennial.library;

import java.util.UUID;

/** Identifies a category. */
public record CategoryId(UUID value) {
    static CategoryId random() {
        return new CategoryId(UUID.randomUUID());
    }

    /** Throws IllegalArgumentException if {@code text} is no UUID. */
    public static CategoryId parse(String text) {
        return new CategoryId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
