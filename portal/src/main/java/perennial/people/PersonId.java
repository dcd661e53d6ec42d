package perennial.people;

import java.util.UUID;

/** Identifies a person for their whole life; safe to show in a URL. */
public record PersonId(UUID value) {
    public static PersonId random() {
        return new PersonId(UUID.randomUUID());
    }

    /** Throws IllegalArgumentException if {@code text} is no UUID. */
    public static PersonId parse(String text) {
        return new PersonId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
