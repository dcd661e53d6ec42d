package perennial.people;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The host of a recording, as Zoom describes them.
 *
 * @param zoomAccount the Zoom account, within which {@code hostId} is unique and never changes
 * @param name may be empty; then the part of the address before the @ stands in
 */
public record HostIdentity(
        String zoomAccount,
        String hostId,
        String email,
        String name,
        @Nullable ZoneId zone,
        @Nullable Locale locale) {

    public HostIdentity {
        email = email.strip();
        name = name.strip();
        if (zoomAccount.isBlank() || hostId.isBlank()) throw new IllegalArgumentException("a host needs both ids");
        if (!EmailAddress.valid(email)) throw new IllegalArgumentException("no e-mail address: " + email);
        if (name.isEmpty()) name = email.substring(0, email.indexOf('@'));
    }
}
