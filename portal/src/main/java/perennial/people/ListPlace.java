package perennial.people;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/**
 * A place in a list of people by name: behind the person called {@code name}. The database compares, in lower case.
 */
public record ListPlace(String name, UUID id) {
    /** Before everybody. */
    public static final ListPlace START = new ListPlace("", new UUID(0, 0));

    /** Behind {@code person}. */
    public static ListPlace behind(Person person) {
        return new ListPlace(person.name(), person.id().value());
    }

    /**
     * Reads what {@link #toString} wrote; empty is {@link #START}.
     *
     * @throws IllegalArgumentException if it is no place
     */
    public static ListPlace parse(String text) {
        if (text.isEmpty()) return START;
        var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        int space = plain.indexOf(' ');
        if (space < 0) throw new IllegalArgumentException("not a place in a list");
        return new ListPlace(plain.substring(space + 1), UUID.fromString(plain.substring(0, space)));
    }

    /** Safe in an address. */
    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((id + " " + name).getBytes(StandardCharsets.UTF_8));
    }
}
