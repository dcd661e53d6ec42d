package perennial.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.jobs.Lease;
import perennial.library.ChapterMark;
import perennial.library.ChatLine;
import perennial.library.Content;
import perennial.library.Library;
import perennial.library.MediaId;
import perennial.library.NewMedia;
import perennial.library.OriginalFile;
import perennial.library.Track;
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
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH.mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Joins joins;
    private final Texts texts;
    private final Authors authors;
    private final ArrivalMails mails;
    private final Library library;
    private final RecordingRows recordings;
    private final HostRows hosts;
    private final Events events;
    private final Runs runs;
    private final RunEnd runEnd;
    private final TransactionTemplate transaction;

    Publication(
            Joins joins,
            Texts texts,
            Authors authors,
            ArrivalMails mails,
            Library library,
            RecordingRows recordings,
            HostRows hosts,
            Events events,
            Runs runs,
            RunEnd runEnd,
            TransactionTemplate transaction) {
        this.joins = joins;
        this.texts = texts;
        this.authors = authors;
        this.mails = mails;
        this.library = library;
        this.recordings = recordings;
        this.hosts = hosts;
        this.events = events;
        this.runs = runs;
        this.runEnd = runEnd;
        this.transaction = transaction;
    }

    /**
     * What becomes one item.
     *
     * @param source where the library knows it from
     */
    private record Item(String source, String title, Instant recordedAt, Content content) {}

    /** Safe to repeat: the same sources never make a second item, and the same content no new version. */
    void publish(
            LedgerRecording recording,
            Connection connection,
            List<LedgerFile> stored,
            Segments segments,
            HostRows.@Nullable Known host,
            Lease lease) {
        var fixed = recording.concatenated();
        boolean concatenate = fixed == null ? connection.settings().publishing().concatenate() : fixed;
        var items = concatenate
                ? List.of(whole(recording, stored, segments, lease))
                : parts(recording, stored, segments, lease);
        transaction.executeWithoutResult(status -> {
            lease.check();
            var media = recording.mediaIds().isEmpty()
                    ? added(recording, connection, items, host)
                    : replaced(recording, connection, items);
            recordings.imported(recording.id(), media, concatenate);
            runs.goOn(connection.id());
            runEnd.endIfDone(connection);
        });
    }

    private List<MediaId> added(
            LedgerRecording recording, Connection connection, List<Item> items, HostRows.@Nullable Known host) {
        var author = authors.of(recording, connection, host);
        if (!author.warning().isEmpty()) {
            events.add(recording.id(), "author", author.warning());
            runs.open(connection.id()).ifPresent(run -> runs.warn(run.id(), author.warning()));
        }
        var media = items.stream()
                .map(item -> add(item, author.person().id(), connection))
                .toList();
        if (host != null && author.host() != null) {
            var title = items.getFirst().title();
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

    /** Late files join what is there; a segment that is new, where each is an item, is added for the same author. */
    private List<MediaId> replaced(LedgerRecording recording, Connection connection, List<Item> items) {
        var media = new ArrayList<MediaId>();
        for (var item : items) {
            var there = library.bySource(item.source()).orElse(null);
            if (there == null) {
                var host = recording.hostId() == null
                        ? null
                        : hosts.find(recording.zoomAccount(), recording.hostId())
                                .orElse(null);
                media.add(add(
                        item, authors.of(recording, connection, host).person().id(), connection));
            } else {
                library.replaceContent(there, item.content());
                media.add(there);
            }
        }
        events.add(recording.id(), "imported", "Brought up to date in the library, under the same link.");
        return media;
    }

    private MediaId add(Item item, PersonId author, Connection connection) {
        var wish = connection.settings().publishing().publishStatus() == PublishStatus.PUBLISHED
                ? Wish.PUBLISHED
                : Wish.DRAFT;
        return library.add(new NewMedia(item.source(), item.title(), author, item.recordedAt(), wish, item.content()));
    }

    private Item whole(LedgerRecording recording, List<LedgerFile> stored, Segments segments, Lease lease) {
        var times = times(segments);
        var content = new Content(
                times.length(),
                joins.streams(recording.id(), segments, lease),
                originals(recording, stored, segments),
                texts.captions(stored, segments, times),
                chapters(title(recording), times),
                texts.chat(stored, segments, times, recording.start()));
        return new Item(recording.source(), title(recording), segments.starts().getFirst(), content);
    }

    private List<Item> parts(LedgerRecording recording, List<LedgerFile> stored, Segments segments, Lease lease) {
        var all = times(segments);
        var chat = texts.chat(stored, segments, all, recording.start());
        return IntStream.range(0, segments.starts().size())
                .mapToObj(i -> part(recording, stored, segments, all, chat, i, lease))
                .toList();
    }

    private Item part(
            LedgerRecording recording,
            List<LedgerFile> stored,
            Segments segments,
            TimeMap all,
            List<ChatLine> chat,
            int number,
            Lease lease) {
        var one = segments.only(number);
        var files = stored.stream()
                .filter(file -> Texts.segmentOf(file, segments) == number)
                .toList();
        var place = all.segments().get(number);
        boolean last = number + 1 == segments.starts().size();
        var end =
                last ? all.length().plus(Duration.ofMillis(1)) : place.offset().plus(place.length());
        List<Track> captions = texts.captions(files, one, times(one));
        var title = segments.starts().size() == 1
                ? title(recording)
                : "%s (part %d)".formatted(title(recording), number + 1);
        var content = new Content(
                place.length(),
                joins.streams(recording.id(), one, lease),
                originals(recording, files, one),
                captions,
                List.of(),
                Texts.within(chat, place.offset(), end));
        var start = one.starts().getFirst();
        return new Item("%s#%s".formatted(recording.source(), start), title, start, content);
    }

    private static TimeMap times(Segments segments) {
        return TimeMap.of(IntStream.range(0, segments.starts().size())
                .mapToObj(i -> new TimeMap.Measured(
                        segments.starts().get(i), segments.lengths().get(i)))
                .toList());
    }

    private static List<ChapterMark> chapters(String title, TimeMap times) {
        if (times.segments().size() == 1) return List.of(new ChapterMark(Duration.ZERO, title));
        return IntStream.range(0, times.segments().size())
                .mapToObj(i -> new ChapterMark(times.segments().get(i).offset(), "Part " + (i + 1)))
                .toList();
    }

    private static List<OriginalFile> originals(LedgerRecording recording, List<LedgerFile> stored, Segments segments) {
        var originals = new ArrayList<OriginalFile>();
        for (var file : stored) {
            var blob = file.blob();
            var sha256 = file.sha256();
            if (blob == null || sha256 == null) continue;
            originals.add(new OriginalFile(
                    name(recording, file),
                    file.fileType().isBlank() ? file.extension() : file.fileType(),
                    file.recordingType(),
                    blob,
                    file.size(),
                    sha256,
                    Texts.segmentOf(file, segments)));
        }
        return originals;
    }

    /** Such as {@code Weekly review 2026-09-30 08.15 active_speaker.mp4}; as text, never as a path. */
    private static String name(LedgerRecording recording, LedgerFile file) {
        var kind = file.recordingType().isBlank() ? file.fileType().toLowerCase(Locale.ROOT) : file.recordingType();
        var what = file.fileName() == null ? kind : file.fileName();
        var start = file.start() == null ? recording.start() : file.start();
        var extension = file.extension().isBlank() ? "" : "." + file.extension().toLowerCase(Locale.ROOT);
        return "%s %s %s%s".formatted(title(recording), MINUTE.format(start), what, extension);
    }

    private static String title(LedgerRecording recording) {
        var topic = recording.topic().strip();
        return topic.isEmpty() ? "Zoom meeting of %s".formatted(MINUTE.format(recording.start())) : topic;
    }
}
