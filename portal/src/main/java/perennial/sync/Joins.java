package perennial.sync;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;
import perennial.jobs.Lease;
import perennial.library.StreamPart;
import perennial.storage.Blob;
import perennial.storage.BlobId;
import perennial.storage.BlobStore;
import perennial.storage.Blobs;
import perennial.storage.Composite;
import perennial.video.Container;
import perennial.video.Joiner;
import perennial.video.Prober;
import perennial.video.SegmentFile;

/** Makes the stream of each view: the only segment's own file, or the segments joined. */
@Component
class Joins {
    private static final int COPY_BYTES = 1 << 20;

    private final JoinRows rows;
    private final Joiner joiner;
    private final Prober prober;
    private final BlobStore store;
    private final Blobs blobs;
    private final Events events;
    private final SyncProperties properties;
    private final TransactionTemplate transaction;

    Joins(
            JoinRows rows,
            Joiner joiner,
            Prober prober,
            BlobStore store,
            Blobs blobs,
            Events events,
            SyncProperties properties,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.joiner = joiner;
        this.prober = prober;
        this.store = store;
        this.blobs = blobs;
        this.events = events;
        this.properties = properties;
        this.transaction = transaction;
    }

    /** All views, the one to start with first. */
    List<StreamPart> streams(RecordingId recording, Segments segments, Lease lease) {
        var streams = new ArrayList<StreamPart>();
        for (var view : segments.views().keySet()) streams.add(stream(recording, segments, view, lease));
        return streams;
    }

    private StreamPart stream(RecordingId recording, Segments segments, String view, Lease lease) {
        var files = segments.of(view);
        var only = files.size() == 1 ? files.getFirst() : null;
        if (only != null && only.blob() != null) {
            return part(view, only.blob(), only.width(), only.height());
        }
        var sources = sources(segments, files);
        var known = rows.find(recording, view, sources).orElse(null);
        if (known == null) {
            known = new JoinRows.Join(BlobId.random(), null, 0, 0);
            var part = known.part();
            transaction.executeWithoutResult(status -> {
                lease.check();
                rows.begin(recording, view, sources, part);
            });
        }
        if (known.blob() == null) {
            join(recording, segments, view, sources, files, known.part(), lease);
            known = rows.find(recording, view, sources).orElseThrow();
        }
        return part(view, known.part(), known.width(), known.height());
    }

    private StreamPart part(String view, BlobId blob, int width, int height) {
        var bytes = Composite.of(blobs.find(blob).orElseThrow());
        return new StreamPart(view, bytes, width, height, view.equals(Segments.SOUND_ONLY));
    }

    private void join(
            RecordingId recording,
            Segments segments,
            String view,
            String sources,
            List<@Nullable LedgerFile> files,
            BlobId part,
            Lease lease) {
        var folder = properties.scratch().resolve("join-" + recording);
        try {
            FileSystemUtils.deleteRecursively(folder); // of a run that was killed
            Files.createDirectories(folder);
            var target = folder.resolve("joined.mp4");
            var made = joiner.join(parts(segments, files), target);
            var probe = prober.probe(target, Container.MP4);
            var blob = keep(target, part);
            var remarks = String.join(", ", made.remarks());
            transaction.executeWithoutResult(status -> {
                lease.check();
                blobs.record(blob);
                rows.made(recording, view, sources, blob, probe, remarks);
                events.add(
                        recording,
                        "joined",
                        "Joined %d parts of %s.".formatted(files.size(), view),
                        "%s; %s".formatted(clock(probe.length()), remarks));
            });
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new Paused(
                    "The joined video cannot be stored: %s. It goes on by itself.".formatted(e.getMessage()), e);
        }
    }

    /** What an earlier attempt left is of another run of FFmpeg, and not worth keeping. */
    private Blob keep(Path file, BlobId part) throws IOException {
        try (var source = FileChannel.open(file);
                var writer = store.write(part)) {
            writer.restart();
            var buffer = ByteBuffer.allocate(COPY_BYTES);
            while (source.read(buffer) >= 0) {
                writer.write(buffer.flip());
                buffer.clear();
            }
            return writer.seal();
        }
    }

    private List<SegmentFile> parts(Segments segments, List<@Nullable LedgerFile> files) {
        return IntStream.range(0, files.size())
                .mapToObj(i -> {
                    var length = segments.lengths().get(i);
                    var file = files.get(i);
                    // Where the view is missing, the sound goes on if it was recorded on its own.
                    var present = file == null ? segments.sound().get(i) : file;
                    return present == null ? SegmentFile.missing(length) : segmentFile(present, length);
                })
                .toList();
    }

    private SegmentFile segmentFile(LedgerFile file, Duration length) {
        var blob = file.blob();
        if (blob == null) throw new IllegalStateException("a stored file has a blob: " + file.id());
        try {
            return new SegmentFile(store.localFile(blob), file.video() ? Container.MP4 : Container.M4A, length);
        } catch (IOException e) {
            throw new Paused("The store does not give back %s: %s.".formatted(file.label(), e.getMessage()), e);
        }
    }

    /** Names exactly what a joined view is made of, so that other segments make another join. */
    private static String sources(Segments segments, List<@Nullable LedgerFile> files) {
        var text = new StringBuilder();
        for (int i = 0; i < files.size(); i++) {
            var file = files.get(i);
            var present = file == null ? segments.sound().get(i) : file;
            text.append(present == null ? "-" : String.valueOf(present.blob()))
                    .append(':')
                    .append(segments.lengths().get(i).toMillis())
                    .append(' ');
        }
        return text.toString().strip();
    }

    private static String clock(Duration length) {
        return "%d:%02d:%02d".formatted(length.toHours(), length.toMinutesPart(), length.toSecondsPart());
    }
}
