package perennial.library;

import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.MaxRetriesFailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.jobs.Lease;
import perennial.jobs.Leases;
import perennial.jobs.WantedJobs;
import perennial.library.PosterSources.Stretch;
import perennial.library.Storyboards.Sheet;
import perennial.storage.BlobStore;
import perennial.storage.Blobs;
import perennial.video.ContactSheets;
import perennial.video.Container;
import perennial.video.MediaException;

/** The job {@code library.storyboard}, whose subject is a media id: one sheet for each file the item is made of. */
@Configuration
class StoryboardJob {
    static final TaskDescriptor<Void> STORYBOARD = TaskDescriptor.of("library.storyboard");

    private static final Logger LOG = LoggerFactory.getLogger(StoryboardJob.class);
    private static final int ATTEMPTS = 3;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(20);
    /** In the whole item; a longer one has them further apart. */
    private static final int MOST_PICTURES = 200;

    private static final Duration CLOSEST = Duration.ofSeconds(2);

    private final PosterSources sources;
    private final Storyboards storyboards;
    private final BlobStore store;
    private final Blobs blobs;
    private final ContactSheets sheets;
    private final TransactionTemplate transaction;

    StoryboardJob(
            PosterSources sources,
            Storyboards storyboards,
            BlobStore store,
            Blobs blobs,
            ContactSheets sheets,
            TransactionTemplate transaction) {
        this.sources = sources;
        this.storyboards = storyboards;
        this.store = store;
        this.blobs = blobs;
        this.sheets = sheets;
        this.transaction = transaction;
    }

    @Bean
    Task<Void> storyboardTask(WantedJobs wanted, Leases leases) {
        return wanted.task(
                STORYBOARD,
                "storyboard",
                new MaxRetriesFailureHandler<>(ATTEMPTS, new ExponentialBackoffFailureHandler<>(FIRST_PAUSE)),
                (instance, context) -> make(MediaId.parse(instance.getId()), leases.of(context)));
    }

    private void make(MediaId id, Lease lease) {
        var source = sources.of(id).orElse(null);
        if (source == null) return; // the item is gone, and with it the wish
        var pictures = new ArrayList<Path>();
        try {
            var made = make(id, sources.stretches(id, source.version()), pictures);
            transaction.executeWithoutResult(status -> {
                lease.check();
                storyboards.replace(
                        id, source.version(), made.stream().map(this::stored).toList());
            });
        } catch (IOException e) {
            throw new UncheckedIOException("storyboard of media " + id, e);
        } finally {
            pictures.forEach(StoryboardJob::delete);
        }
    }

    private record Made(Path picture, Stretch stretch, Duration between, int pictures) {}

    /** Nothing where a file is no video: it would be none the next time either. */
    private List<Made> make(MediaId id, List<Stretch> stretches, List<Path> pictures) throws IOException {
        var length = stretches.stream().map(Stretch::length).reduce(Duration.ZERO, Duration::plus);
        var even = length.dividedBy(MOST_PICTURES);
        var between = even.compareTo(CLOSEST) < 0 ? CLOSEST : even;
        var made = new ArrayList<Made>();
        try {
            for (var stretch : stretches) {
                var count = (int) Math.ceilDiv(stretch.length().toMillis(), between.toMillis());
                if (count == 0) continue;
                var picture = Files.createTempFile("sheet-", ".jpg");
                pictures.add(picture);
                sheets.sheet(store.localFile(stretch.blob()), Container.MP4, between, count, picture);
                made.add(new Made(picture, stretch, between, count));
            }
        } catch (MediaException.NotMedia e) {
            LOG.info("no storyboard media={} reason=\"{}\"", id, e.getMessage());
            return List.of();
        }
        return made;
    }

    private Sheet stored(Made made) {
        try {
            return new Sheet(blobs.store(made.picture).id(), made.stretch.start(), made.between, made.pictures);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
