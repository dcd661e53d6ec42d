package perennial.sync;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import perennial.zoom.Recording;

/** Finds a recording's host among those whose recordings are asked for. */
final class Owners {
    private final Map<String, Host> byId;
    private final Map<String, Host> byEmail;

    Owners(List<Host> hosts) {
        byId = hosts.stream().collect(Collectors.toMap(Host::key, Function.identity(), (one, same) -> one));
        byEmail = hosts.stream()
                .collect(Collectors.toMap(host -> lower(host.email()), Function.identity(), (one, same) -> one));
    }

    /** By the id where there is one: an address in a reply may be an old one. Null when it is none of theirs. */
    @Nullable
    Host of(Recording recording) {
        if (recording.hostId() != null) return byId.get(recording.hostId());
        return recording.hostEmail() == null ? null : byEmail.get(lower(recording.hostEmail()));
    }

    private static String lower(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
