package perennial.sync;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a recording of the ledger. Zoom's own UUID may hold slashes and is unique only within its account. */
public record RecordingId(UUID value) {
    /**
     * Reads an id as it stands in an address.
     *
     * @throws IllegalArgumentException if it is no UUID
     */
    public static RecordingId parse(String text) {
        return new RecordingId(UUID.fromString(text));
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
