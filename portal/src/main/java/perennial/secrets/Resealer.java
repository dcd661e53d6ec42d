package perennial.secrets;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Seals under today's key whatever lies sealed under a key of before. Safe to repeat and to kill at any line. */
@Component
class Resealer {
    private static final Logger LOG = LoggerFactory.getLogger(Resealer.class);

    private final Vault vault;
    private final List<SealedPlace> places;

    Resealer(Vault vault, List<SealedPlace> places) {
        this.vault = vault;
        this.places = places;
    }

    /** Seals them all, and tells how many open under no key that is known, so that they stay as they are. */
    int reseal() {
        int done = 0;
        int closed = 0;
        for (var place : places) {
            for (var secret : place.all()) {
                if (!vault.outdated(secret.text())) continue;
                try {
                    place.replace(secret, vault.seal(secret.context(), vault.open(secret.context(), secret.text())));
                    done++;
                } catch (CannotOpen e) {
                    closed++;
                    LOG.warn("secret not sealed anew reason=\"{}\"", e.getMessage());
                }
            }
        }
        LOG.info("secrets sealed anew key={} count={} unopened={}", vault.keyId(), done, closed);
        return closed;
    }
}
