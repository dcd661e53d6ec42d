package perennial.sync;

import java.util.UUID;

/** Identifies a connection for its whole life; safe to show in an address. */
public record ConnectionId(UUID value) {
    static ConnectionId random() {
        return new ConnectionId(UUID.randomUUID());
    }

    /**
     * Reads an id as it stands in an address.
     *
     * @throws IllegalArgumentException if it is no UUID
     */
    public static ConnectionId parse(String text) {
        return new ConnectionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
