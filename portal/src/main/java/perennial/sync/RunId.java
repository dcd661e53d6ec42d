package perennial.sync;

import java.util.UUID;

/** Identifies one sync. */
record RunId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
