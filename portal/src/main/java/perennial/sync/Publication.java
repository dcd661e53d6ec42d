package perennial.sync;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.jobs.Lease;
import perennial.library.Content;
import perennial.library.LateParts;
import perennial.library.Library;
import perennial.library.MediaId;
import perennial.library.NewMedia;
import perennial.library.Wish;
import perennial.people.HostAccount;
import perennial.people.PersonId;
import perennial.video.TimeMap;

/**
 * Makes an item, or one a segment, out of a recording whose files are all here, and shows it: author, item, mail, state and
 * timeline change in one transaction.
 */
@Component
class Publication {
    private final Items items;
    private final Authors authors;
    private final ArrivalMails mails;
    private final Library library;
    private final LateParts lateParts;
    private final RecordingRows recordings;
    private final FileRows files;
    private final HostRows hosts;
    private final Pauses pauses;
    private final Events events;
    private final Runs runs;
    private final RunEnd runEnd;
    private final SyncRequests requests;
    private final SyncProperties properties;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    Publication(
            Items items,
            Authors authors,
            ArrivalMails mails,
            Library library,
            LateParts lateParts,
            RecordingRows recordings,
            FileRows files,
            HostRows hosts,
            Pauses pauses,
            Events events,
            Runs runs,
            RunEnd runEnd,
            SyncRequests requests,
            SyncProperties properties,
            TransactionTemplate transaction,
            ApplicationEventPublisher listeners,
            Clock clock) {
        this.items = items;
        this.authors = authors;
        this.mails = mails;
        this.library = library;
        this.lateParts = lateParts;
        this.recordings = recordings;
        this.files = files;
        this.hosts = hosts;
        this.pauses = pauses;
        this.events = events;
        this.runs = runs;
        this.runEnd = runEnd;
        this.requests = requests;
        this.properties = properties;
        this.transaction = transaction;
        this.listeners = listeners;
        this.clock = clock;
    }

    /**
     * Safe to repeat: the same sources never make a second item, and the same content no new version.
     *
     * @param segments of all the files
     * @param early those of the files that are not late
     */
    void publish(
            LedgerRecording recording,
            Connection connection,
            LateFiles.Split split,
            Segments segments,
            Segments early,
            HostRows.@Nullable Known host,
            Lease lease) {
        var fixed = recording.concatenated();
        boolean concatenate = fixed == null ? connection.settings().publishing().concatenate() : fixed;
        var told = pauses.of(recording);
        var shape = new Items.Shape(concatenate, connection.settings().choice().privateChat());
        var made = items.of(recording, split.all(), segments, shape, lease);
        var approved = new HashMap<String, Content>();
        if (split.anyLate() && !early.empty()) {
            items.of(recording, split.early(), early, shape, lease)
                    .forEach(item -> approved.put(item.source(), item.content()));
        } else if (!split.anyLate()) {
            made.forEach(item -> approved.put(item.source(), item.content()));
        }
        transaction.executeWithoutResult(status -> {
            lease.check();
            runs.lockOpen(connection.id()); // before the recording, as whoever reads Zoom's lists does
            var media = recording.mediaIds().isEmpty()
                    ? added(recording, connection, made, host)
                    : replaced(recording, connection, made, approved, split);
            recordings.imported(recording.id(), media, concatenate);
            listeners.publishEvent(new RecordingEnded(recording.id(), connection.id(), RecordingState.IMPORTED));
            importAgainIfGrown(recording, told);
            requests.verifyAt(recording.id(), clock.instant().plus(properties.verifyAfter()));
            runs.goOn(connection.id());
            runEnd.endIfDone(connection);
        });
    }

    /**
     * A sync may have seen another file of it while this import was at work, or a webhook told of a pause. To be asked when
     * the recording is locked: what comes then waits, and finds it imported.
     *
     * @param told the pauses that this import knew of
     */
    private void importAgainIfGrown(LedgerRecording recording, List<TimeMap.Pause> told) {
        if (!files.anyToFetch(recording.id()) && pauses.of(recording).equals(told)) return;
        recordings.state(recording.id(), RecordingState.FOUND, "", null);
        requests.importNow(recording.id());
    }

    private List<MediaId> added(
            LedgerRecording recording, Connection connection, List<Items.Item> made, HostRows.@Nullable Known host) {
        var author = authors.of(recording, connection, host);
        if (!author.warning().isEmpty()) {
            events.add(recording.id(), "author", author.warning());
            runs.open(connection.id()).ifPresent(run -> runs.warn(run.id(), author.warning()));
        }
        var media = made.stream()
                .map(item -> add(item, author.person().id(), connection))
                .toList();
        if (host != null && author.host() != null) {
            var title = made.getFirst().title();
            boolean madeHere = hosts.find(recording.zoomAccount(), host.hostId())
                    .filter(HostRows.Known::accountCreated)
                    .isPresent();
            mails.queue(recording, title, author.person(), author.host(), madeHere, media);
            if (author.host() == HostAccount.Outcome.CREATED) {
                hosts.accountCreated(recording.zoomAccount(), host.hostId());
            }
        }
        events.add(
                recording.id(),
                "imported",
                "In the library, as %s's.".formatted(author.person().name()),
                "author %s".formatted(author.person().email()));
        return media;
    }

    /** Late files join what is there, or wait in review; a segment that is new, where each is an item, is added for the same author. */
    private List<MediaId> replaced(
            LedgerRecording recording,
            Connection connection,
            List<Items.Item> made,
            Map<String, Content> approved,
            LateFiles.Split split) {
        var media = new ArrayList<MediaId>();
        boolean waits = false;
        for (var item : made) {
            var there = library.bySource(item.source()).orElse(null);
            if (there == null) {
                var host = recording.hostId() == null
                        ? null
                        : hosts.find(recording.zoomAccount(), recording.hostId())
                                .orElse(null);
                media.add(add(
                        item, authors.of(recording, connection, host).person().id(), connection));
            } else {
                // Of an item that the recording did not know of nothing was decided by.
                var seen = Objects.requireNonNullElseGet(split.seen().get(there), () -> lateParts.seen(there));
                waits |= lateParts.bring(there, approved.get(item.source()), item.content(), seen);
                media.add(there);
            }
        }
        events.add(
                recording.id(),
                "imported",
                "Brought up to date in the library, under the same link.%s"
                        .formatted(waits ? " What came late waits in review." : ""));
        return media;
    }

    private MediaId add(Items.Item item, PersonId author, Connection connection) {
        var wish = connection.settings().publishing().publishStatus() == PublishStatus.PUBLISHED
                ? Wish.PUBLISHED
                : Wish.DRAFT;
        return library.add(new NewMedia(item.source(), item.title(), author, item.recordedAt(), wish, item.content()));
    }
}
