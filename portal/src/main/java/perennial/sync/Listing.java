package perennial.sync;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.jobs.Lease;
import perennial.zoom.MonthWindows;
import perennial.zoom.Recording;
import perennial.zoom.RecordingPage;
import perennial.zoom.ZoomAccount;
import perennial.zoom.ZoomException;

/**
 * Reads Zoom's lists into the ledger, oldest month first and without the days that are known already: for the whole
 * account where Zoom allows it and it saves calls, else host by host. Each page is one transaction, and after each month
 * the run remembers its place.
 */
@Component
class Listing {
    private final Runs runs;
    private final Sightings sightings;
    private final Publishers publishers;
    private final SyncRequests requests;
    private final ListedDays listed;
    private final Vanished vanished;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Listing(
            Runs runs,
            Sightings sightings,
            Publishers publishers,
            SyncRequests requests,
            ListedDays listed,
            Vanished vanished,
            TransactionTemplate transaction,
            Clock clock) {
        this.runs = runs;
        this.sightings = sightings;
        this.publishers = publishers;
        this.requests = requests;
        this.listed = listed;
        this.vanished = vanished;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The run was switched off, or replaced, in the middle. */
    static final class RunEnded extends RuntimeException {}

    /**
     * What stays the same throughout.
     *
     * @param owners the only ones whose recordings are taken, unless everybody's are
     */
    private record Scan(Connection connection, Run run, Rules rules, Owners owners, Lease lease) {
        boolean everybody() {
            return connection.settings().whose().users().isEmpty();
        }
    }

    void read(Connection connection, ZoomAccount account, Run run, List<Host> hosts, Lease lease) {
        var scan = new Scan(connection, run, new Rules(connection.settings()), new Owners(hosts), lease);
        if (run.wholeAccount() && (scan.everybody() || hosts.size() >= ListPages.WHOLE_ACCOUNT_FROM)) {
            try {
                runs.hosts(run.id(), 1, true);
                host(scan, null, (window, token) -> account.accountRecordings(window.from(), window.to(), token), 0);
                return;
            } catch (ZoomException.AskPerson | ZoomException.GiveUp e) {
                // Most accounts do not let their apps list the whole account. Its hosts' lists say the same.
                if (e instanceof ZoomException.Refused) throw e;
            }
        }
        hostByHost(scan, account, hosts);
    }

    private void hostByHost(Scan scan, ZoomAccount account, List<Host> hosts) {
        runs.hosts(scan.run().id(), hosts.size(), false);
        var place = scan.run().atHost();
        int done = 0;
        for (var host : hosts) {
            if (place == null || host.key().compareTo(place) >= 0) {
                try {
                    host(
                            scan,
                            host,
                            (window, token) -> account.recordings(host.key(), window.from(), window.to(), token),
                            done);
                } catch (ZoomException.GiveUp e) {
                    runs.readError(scan.run().id());
                    runs.warn(scan.run().id(), "The recordings of %s: %s".formatted(host.email(), e.getMessage()));
                }
            }
            done++;
        }
    }

    /** @param host null for the whole account */
    private void host(Scan scan, @Nullable Host host, ListPages list, int hostsDone) {
        var key = host == null ? "" : host.key();
        var run = scan.run();
        var reached = key.equals(run.atHost()) ? run.atWindow() : null;
        var tomorrow = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
        // What an interrupted run has read is read under its own windows, so those are kept to.
        var first = reached == null
                ? listed.firstToRead(scan.connection(), key)
                : scan.connection().settings().choice().fetchFrom();
        boolean whole = reached == null;
        var seen = new HashSet<String>();
        for (var window : MonthWindows.oldestFirst(first, tomorrow)) {
            if (reached != null && window.to().isBefore(reached)) continue;
            runs.reach(run.id(), key, window.from(), hostsDone);
            whole &= list.read(window, page -> {
                        page.meetings().forEach(recording -> seen.add(Sql.storable(recording.uuid())));
                        take(scan, host, page);
                    })
                    .isEmpty();
        }
        // Of a list that was interrupted only a part was seen here; the next sync compares.
        if (whole) vanished.listed(scan.connection(), run.id(), host == null ? null : host.key(), first, seen);
        if (whole) listed.read(scan.connection(), key, first);
        runs.reach(run.id(), key, tomorrow.plusDays(1), hostsDone + 1);
    }

    private void take(Scan scan, @Nullable Host host, RecordingPage page) {
        var seen = page.meetings().stream()
                .filter(scan.rules()::recent)
                .map(recording -> seen(scan, host, recording))
                .filter(Objects::nonNull)
                .toList();
        transaction.executeWithoutResult(status -> {
            scan.lease().check();
            if (runs.lockOpen(scan.connection().id())
                    .filter(open -> open.id().equals(scan.run().id()))
                    .isEmpty()) {
                throw new RunEnded();
            }
            var due = sightings.apply(scan.connection().zoomAccount(), seen, publishers.authorship(scan.connection()));
            due.forEach(requests::importNow);
            vanished.seen(scan.connection().zoomAccount(), scan.run(), seen);
            runs.seen(scan.run().id(), seen.size());
            for (var why : page.unreadable()) {
                runs.readError(scan.run().id());
                runs.warn(scan.run().id(), "A recording on Zoom's list could not be read: %s.".formatted(why));
            }
        });
    }

    /** Null when the recording is none of those asked for. */
    private static Sightings.@Nullable Seen seen(Scan scan, @Nullable Host host, Recording recording) {
        var owner = host != null ? host : scan.owners().of(recording);
        if (owner == null && !scan.everybody()) return null;
        var id = owner != null && owner.id() != null ? owner.id() : recording.hostId();
        var email = owner != null ? owner.email() : recording.hostEmail();
        return new Sightings.Seen(recording, id, email, scan.rules().whyNot(recording, email));
    }
}
