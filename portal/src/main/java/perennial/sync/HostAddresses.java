package perennial.sync;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import perennial.zoom.Recording;
import perennial.zoom.ZoomAccount;

/** The present address of a recording's host. The host's id counts: an address in a reply may be an old one, or missing. */
@Component
class HostAddresses {
    private final HostRows hosts;

    HostAddresses(HostRows hosts) {
        this.hosts = hosts;
    }

    /** Asks Zoom only for a host who is not known yet and whom the reply does not name. */
    @Nullable
    String of(String zoomAccount, ZoomAccount account, Recording recording) {
        var hostId = recording.hostId();
        if (hostId == null) return recording.hostEmail();
        var known = hosts.find(zoomAccount, hostId).orElse(null);
        if (known != null) return known.email();
        if (recording.hostEmail() != null) return recording.hostEmail();
        account.user(hostId).ifPresent(user -> hosts.seen(zoomAccount, user));
        return hosts.find(zoomAccount, hostId).map(HostRows.Known::email).orElse(null);
    }
}
