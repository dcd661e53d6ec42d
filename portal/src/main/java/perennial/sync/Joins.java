package perennial.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;
import perennial.jobs.Lease;
import perennial.library.StreamPart;
import perennial.library.ViewNames;
import perennial.storage.Blob;
import perennial.storage.BlobId;
import perennial.storage.BlobStore;
import perennial.storage.Blobs;
import perennial.storage.Composite;
import perennial.video.Container;
import perennial.video.Joined;
import perennial.video.JoinedView;
import perennial.video.Joiner;
import perennial.video.MediaException;
import perennial.video.MediaFile;
import perennial.video.RefusedPart;
import perennial.video.SegmentsOfView;
import perennial.video.TimeMap;

/** Makes the stream of each view: the only segment's own file, or the segments joined where they lie. */
@Component
class Joins {
    private final JoinRows rows;
    private final Joiner joiner;
    private final BlobStore store;
    private final Blobs blobs;
    private final Events events;
    private final SyncProperties properties;
    private final TransactionTemplate transaction;

    Joins(
            JoinRows rows,
            Joiner joiner,
            BlobStore store,
            Blobs blobs,
            Events events,
            SyncProperties properties,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.joiner = joiner;
        this.store = store;
        this.blobs = blobs;
        this.events = events;
        this.properties = properties;
        this.transaction = transaction;
    }

    /**
     * What is played.
     *
     * @param streams one a view, the one to start with first
     * @param times where each segment lies in all of them
     */
    record Streams(List<StreamPart> streams, TimeMap times) {}

    /** All views on one clock. Takes minutes only where a segment must be coded anew. */
    Streams streams(RecordingId recording, Segments segments, Lease lease) {
        var views = segments.views().keySet().stream()
                .map(view -> filesOf(view, segments))
                .toList();
        return segments.starts().size() == 1 ? asTheyAre(segments, views) : joined(recording, segments, views, lease);
    }

    private Streams asTheyAre(Segments segments, List<SegmentsOfView> views) {
        var streams = new ArrayList<StreamPart>();
        for (var view : views) {
            var file = segments.of(view.view()).getFirst();
            if (file == null || file.blob() == null) throw new IllegalStateException("a view without a single file");
            var bytes = Composite.of(blobs.find(file.blob()).orElseThrow());
            streams.add(part(view.view(), bytes, file.width(), file.height()));
        }
        var times = TimeMap.at(
                segments.starts(), List.of(Duration.ZERO), segments.lengths().getFirst());
        return new Streams(streams, times);
    }

    private Streams joined(RecordingId recording, Segments segments, List<SegmentsOfView> views, Lease lease) {
        var folder = properties.scratch().resolve("join-" + recording);
        try {
            FileSystemUtils.deleteRecursively(folder); // of a run that was killed
            Files.createDirectories(folder);
            try {
                var fitted = new Fitted(recording, folder, lease, rows, store, blobs, transaction);
                var made = planned(recording, views, fitted, lease);
                var streams = made.views().stream()
                        .map(view -> part(
                                view.view(),
                                view.composite(kept(recording, made, view, lease)),
                                view.width(),
                                view.height()))
                        .toList();
                return new Streams(streams, TimeMap.at(segments.starts(), made.starts(), made.length()));
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw cannotStore(e);
        }
    }

    /** Notes which parts are refused, if any are. */
    private Joined planned(RecordingId recording, List<SegmentsOfView> views, Fitted fitted, Lease lease) {
        try {
            var made = joiner.join(views, fitted);
            transaction.executeWithoutResult(status -> {
                lease.check();
                rows.refused(recording, List.of());
            });
            return made;
        } catch (MediaException.PartsRefused e) {
            transaction.executeWithoutResult(status -> {
                lease.check();
                rows.refused(recording, e.parts());
                events.add(
                        recording,
                        "join-refused",
                        "The parts cannot become one video. Their files are kept as they came.",
                        evidence(e.parts()));
            });
            throw e;
        }
    }

    private static StreamPart part(String view, Composite bytes, int width, int height) {
        return new StreamPart(view, bytes, width, height, view.equals(Segments.SOUND_ONLY));
    }

    /** Keeps a joined view's own bytes; the same join, made again, finds them. */
    private BlobId kept(RecordingId recording, Joined all, JoinedView joined, Lease lease) {
        var hash = hash(joined);
        var known = rows.find(recording, joined.view(), hash).orElse(null);
        if (known != null && known.blob() != null) return known.blob();
        var part = known == null ? BlobId.random() : known.part();
        if (known == null) {
            transaction.executeWithoutResult(status -> {
                lease.check();
                rows.begin(recording, joined.view(), hash, part);
            });
        }
        var blob = keep(joined, part);
        transaction.executeWithoutResult(status -> {
            lease.check();
            blobs.record(blob);
            rows.made(recording, joined, blob, all.length().toMillis());
            events.add(recording, "joined", sentence(joined), evidence(all, joined));
        });
        return blob.id();
    }

    private Blob keep(JoinedView joined, BlobId part) {
        try (var writer = store.write(part)) {
            writer.restart();
            writer.write(joined.own().duplicate());
            return writer.seal();
        } catch (IOException e) {
            throw cannotStore(e);
        }
    }

    static Paused cannotStore(IOException e) {
        return new Paused(Reason.JOIN_NOT_STORED.sentence(e.getMessage()), e);
    }

    private static String sentence(JoinedView joined) {
        return "%s: %d parts joined."
                .formatted(ViewNames.label(joined.view()), joined.decisions().size());
    }

    private static String evidence(Joined all, JoinedView joined) {
        var parts = IntStream.range(0, joined.decisions().size())
                .mapToObj(i -> "part %d at %s %s"
                        .formatted(
                                i + 1,
                                clock(joined.starts().get(i)),
                                joined.decisions().get(i)))
                .toList();
        return "%s; %s; %d bytes written"
                .formatted(
                        clock(all.length()),
                        String.join("; ", parts),
                        joined.own().limit());
    }

    private static String evidence(List<RefusedPart> refused) {
        return refused.stream()
                .map(part ->
                        "%s, part %d %s".formatted(ViewNames.label(part.view()), part.segment() + 1, part.decision()))
                .collect(Collectors.joining("; "));
    }

    private SegmentsOfView filesOf(String view, Segments segments) {
        var files = new ArrayList<@Nullable MediaFile>();
        var others = new ArrayList<@Nullable MediaFile>();
        for (int i = 0; i < segments.starts().size(); i++) {
            var file = segments.of(view).get(i);
            files.add(file == null ? null : mediaFile(file));
            // Where the view is missing, the sound goes on: as recorded on its own, else another view's.
            var other = file == null ? segments.heard(i) : null;
            others.add(other == null ? null : mediaFile(other));
        }
        return new SegmentsOfView(view, files, others);
    }

    private MediaFile mediaFile(LedgerFile file) {
        var blob = file.blob();
        if (blob == null) throw new IllegalStateException("a stored file has a blob: " + file.id());
        try {
            return new MediaFile(blob, store.localFile(blob), file.video() ? Container.MP4 : Container.M4A);
        } catch (IOException e) {
            throw new Paused(Reason.STORE_DOES_NOT_GIVE.sentence(file.label(), e.getMessage()), e);
        }
    }

    private static String hash(JoinedView joined) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(joined.own().duplicate());
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String clock(Duration length) {
        return "%d:%02d:%02d.%03d"
                .formatted(length.toHours(), length.toMinutesPart(), length.toSecondsPart(), length.toMillisPart());
    }
}
