package perennial.sync;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.jobs.Lease;
import perennial.people.PersonId;
import perennial.zoom.DateWindow;
import perennial.zoom.MonthWindows;
import perennial.zoom.Recording;
import perennial.zoom.RecordingPage;
import perennial.zoom.ZoomAccount;
import perennial.zoom.ZoomException;

/**
 * Reads Zoom's lists into the ledger, oldest month first and without the days that are known already: for the whole account where Zoom allows it and it saves calls,
 * else host by host. Each page is one transaction, and after each month the run remembers its place.
 */
@Component
class Listing {
    /** For fewer people their own lists are less to read than the whole account's. */
    private static final int WHOLE_ACCOUNT_FROM = 10;

    private static final int BEGINNINGS = 3;

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

    /** One question to Zoom, and where it is asked. */
    private interface Source {
        RecordingPage page(DateWindow window, @Nullable String token);
    }

    /**
     * What stays the same throughout.
     *
     * @param hosts by id, and the only ones whose recordings are taken
     */
    private record Scan(Connection connection, Run run, Rules rules, Map<String, Host> hosts, Lease lease) {}

    void read(Connection connection, ZoomAccount account, Run run, List<Host> hosts, Lease lease) {
        var byId = hosts.stream().collect(Collectors.toMap(Host::key, Function.identity()));
        var scan = new Scan(connection, run, new Rules(connection.settings()), byId, lease);
        boolean everybody = connection.settings().whose().users().isEmpty();
        if (run.wholeAccount() && (everybody || hosts.size() >= WHOLE_ACCOUNT_FROM)) {
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
    private void host(Scan scan, @Nullable Host host, Source source, int hostsDone) {
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
        Source remembering = (window, token) -> {
            var page = source.page(window, token);
            page.meetings().forEach(recording -> seen.add(Sql.storable(recording.uuid())));
            return page;
        };
        for (var window : MonthWindows.oldestFirst(first, tomorrow)) {
            if (reached != null && window.to().isBefore(reached)) continue;
            runs.reach(run.id(), key, window.from(), hostsDone);
            whole &= window(scan, host, window, remembering, BEGINNINGS);
        }
        // Of a list that was interrupted only a part was seen here; the next sync compares.
        if (whole) vanished.listed(scan.connection(), run.id(), host == null ? null : host.key(), first, seen);
        if (whole) listed.read(scan.connection(), key, first);
        runs.reach(run.id(), key, tomorrow.plusDays(1), hostsDone + 1);
    }

    /** Whether every recording of the window could be read. */
    private boolean window(Scan scan, @Nullable Host host, DateWindow window, Source source, int beginnings) {
        try {
            String token = null;
            boolean whole = true;
            do {
                var page = source.page(window, token);
                take(scan, host, page);
                whole &= page.unreadable().isEmpty();
                if (page.next() != null && page.next().equals(token)) {
                    throw new ZoomException.Unreadable("listing recordings", "its pages go in a circle");
                }
                token = page.next();
            } while (token != null);
            return whole;
        } catch (ZoomException.PageTokenExpired e) {
            if (beginnings <= 1) throw e;
            return window(scan, host, window, source, beginnings - 1);
        }
    }

    private void take(Scan scan, @Nullable Host host, RecordingPage page) {
        var seen = page.meetings().stream()
                .filter(scan.rules()::recent)
                .map(recording -> seen(scan, host, recording))
                .filter(java.util.Objects::nonNull)
                .toList();
        transaction.executeWithoutResult(status -> {
            scan.lease().check();
            if (runs.lockOpen(scan.connection().id())
                    .filter(open -> open.id().equals(scan.run().id()))
                    .isEmpty()) {
                throw new RunEnded();
            }
            var due = sightings.apply(scan.connection().zoomAccount(), seen, authorship(scan.connection()));
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
        var owner = host != null ? host : owner(scan, recording);
        boolean everybody = scan.connection().settings().whose().users().isEmpty();
        if (owner == null && !everybody) return null;
        var id = owner != null && owner.id() != null ? owner.id() : recording.hostId();
        var email = owner != null ? owner.email() : recording.hostEmail();
        return new Sightings.Seen(recording, id, email, scan.rules().whyNot(recording, email));
    }

    private static @Nullable Host owner(Scan scan, Recording recording) {
        if (recording.hostId() != null) return scan.hosts().get(recording.hostId());
        var email = recording.hostEmail() == null ? "" : recording.hostEmail().toLowerCase(Locale.ROOT);
        return scan.hosts().values().stream()
                .filter(host -> host.email().toLowerCase(Locale.ROOT).equals(email))
                .findFirst()
                .orElse(null);
    }

    private Sightings.Authorship authorship(Connection connection) {
        var publisher = publishers.current(connection.id()).map(PersonId::value).orElse(null);
        return new Sightings.Authorship(connection.settings().publishing().publishAs(), publisher);
    }
}
