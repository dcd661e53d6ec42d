package perennial.sync;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.jobs.Lease;
import perennial.zoom.Recording;
import perennial.zoom.ZoomAccount;
import perennial.zoom.ZoomException;

/**
 * Asks Zoom about one recording and takes the answer into the ledger, as if it had stood on a list. What cannot be
 * answered is left to the next sync, which reads the lists themselves.
 */
@Component
class Looks {
    private static final Logger LOG = LoggerFactory.getLogger(Looks.class);

    private final LookRows looks;
    private final ConnectionRows connections;
    private final Holds holds;
    private final Runs runs;
    private final HostAddresses addresses;
    private final ZoomAccounts accounts;
    private final Authorizations authorizations;
    private final Sightings sightings;
    private final Publishers publishers;
    private final FreshAnswers answers;
    private final SyncRequests requests;
    private final SyncProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Looks(
            LookRows looks,
            ConnectionRows connections,
            Holds holds,
            Runs runs,
            HostAddresses addresses,
            ZoomAccounts accounts,
            Authorizations authorizations,
            Sightings sightings,
            Publishers publishers,
            FreshAnswers answers,
            SyncRequests requests,
            SyncProperties properties,
            TransactionTemplate transaction,
            Clock clock) {
        this.looks = looks;
        this.connections = connections;
        this.holds = holds;
        this.runs = runs;
        this.addresses = addresses;
        this.accounts = accounts;
        this.authorizations = authorizations;
        this.sightings = sightings;
        this.publishers = publishers;
        this.answers = answers;
        this.requests = requests;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Looks once. Tells when to look again, if Zoom could not be asked. */
    Optional<Instant> look(UUID id, Lease lease) {
        var look = looks.find(id).orElse(null);
        if (look == null) return Optional.empty();
        var connection = connections.find(look.connection()).orElse(null);
        if (connection == null || !connection.enabled()) return over(id);
        if (holds.held(connection.id())) return Optional.empty(); // until somebody lets it go on
        if (runs.paused(connection.id())) return Optional.of(clock.instant().plus(properties.paused()));
        try {
            var account = accounts.of(connection);
            take(connection, account, account.recording(look.uuid()), lease);
            return over(id);
        } catch (ZoomException.Wait e) {
            return Optional.of(e.until());
        } catch (ZoomException.TryAgain e) {
            if (look.attempts() + 1 >= properties.scanAttempts()) return left(id, look, e);
            looks.failed(id);
            return Optional.of(clock.instant().plus(properties.pauseAfter(look.attempts() + 1)));
        } catch (ZoomException.AskPerson e) {
            authorizations.lost(connection.id(), e);
            return left(id, look, e);
        } catch (ZoomException.GiveUp e) {
            return left(id, look, e);
        }
    }

    private Optional<Instant> over(UUID id) {
        looks.over(id);
        return Optional.empty();
    }

    private Optional<Instant> left(UUID id, LookRows.Look look, ZoomException e) {
        LOG.info("look left to the next sync connection={} reason=\"{}\"", look.connection(), e.getMessage());
        return over(id);
    }

    private void take(Connection connection, ZoomAccount account, Recording fresh, Lease lease) {
        var rules = new Rules(connection.settings());
        if (!rules.recent(fresh)) return;
        var email = addresses.of(connection.zoomAccount(), account, fresh);
        if (!connection.settings().whose().includes(email)) return;
        var seen = new Sightings.Seen(fresh, fresh.hostId(), email, rules.whyNot(fresh, email));
        transaction.executeWithoutResult(status -> {
            lease.check();
            sightings
                    .apply(connection.zoomAccount(), List.of(seen), publishers.authorship(connection))
                    .forEach(due -> {
                        answers.keep(due, fresh);
                        requests.importNow(due);
                    });
        });
    }
}
