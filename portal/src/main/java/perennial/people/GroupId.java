package perennial.people;

import java.util.UUID;

/** Identifies a group for its whole life. */
public record GroupId(UUID value) {
    public static GroupId random() {
        return new GroupId(UUID.randomUUID());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if it is no id
     */
    public static GroupId parse(String text) {
        return new GroupId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
