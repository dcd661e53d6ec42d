package perennial.people;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Limits of what guests may ask for: counted in rows before anything is done, for known and unknown alike. */
@Service
public class GuestLimits {
    private static final Logger log = LoggerFactory.getLogger(GuestLimits.class);

    private final Tries tries;

    GuestLimits(Tries tries) {
        this.tries = tries;
    }

    /** A request for {@code email}, e.g. {@code reset}. Empty when it may go on; else how long to wait. */
    public Optional<Duration> request(String what, String email, String network) {
        var address = EmailAddress.valid(email.strip()) ? email.strip() : "nobody";
        return noted(what, network, tries.reserveRequest(what, address, network));
    }

    /** A use of a secret link. Empty when it may go on; else how long to wait. */
    public Optional<Duration> secret(String what, String network) {
        return noted(what, network, tries.reserveSecret(what, network));
    }

    private static Optional<Duration> noted(String what, String network, Optional<Duration> wait) {
        if (wait.isPresent()) log.warn("{} throttled: network={}", what, network);
        return wait;
    }
}
