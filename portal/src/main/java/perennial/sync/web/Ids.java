package perennial.sync.web;

import perennial.sync.ConnectionId;
import perennial.sync.RecordingId;
import perennial.web.PortalException;

/** Ids as they stand in addresses; what is none does not exist. */
final class Ids {
    private Ids() {}

    static ConnectionId connection(String text) {
        try {
            return ConnectionId.parse(text);
        } catch (IllegalArgumentException e) {
            throw PortalException.notFound();
        }
    }

    static RecordingId recording(String text) {
        try {
            return RecordingId.parse(text);
        } catch (IllegalArgumentException e) {
            throw PortalException.notFound();
        }
    }
}
