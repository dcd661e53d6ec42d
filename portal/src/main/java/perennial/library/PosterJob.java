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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.jobs.Lease;
import perennial.jobs.Leases;
import perennial.jobs.WantedJobs;
import perennial.storage.Blob;
import perennial.storage.BlobId;
import perennial.storage.BlobStore;
import perennial.storage.Blobs;
import perennial.video.Container;
import perennial.video.MediaException;
import perennial.video.Posters;

/**
 * Makes an item's poster. Its subject is the media id; it takes the version that is shown when it runs. An item without
 * a poster is shown with a drawn picture, so giving up costs nobody anything.
 */
@Configuration
class PosterJob {
    static final TaskDescriptor<Void> POSTER = TaskDescriptor.of("library.poster");

    private static final Logger LOG = LoggerFactory.getLogger(PosterJob.class);
    private static final int ATTEMPTS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);

    private final PosterSources sources;
    private final MediaTable media;
    private final BlobStore store;
    private final Blobs blobs;
    private final Posters posters;
    private final TransactionTemplate transaction;

    PosterJob(
            PosterSources sources,
            MediaTable media,
            BlobStore store,
            Blobs blobs,
            Posters posters,
            TransactionTemplate transaction) {
        this.sources = sources;
        this.media = media;
        this.store = store;
        this.blobs = blobs;
        this.posters = posters;
        this.transaction = transaction;
    }

    @Bean
    Task<Void> posterTask(WantedJobs wanted, Leases leases) {
        return wanted.task(
                POSTER,
                "media",
                new MaxRetriesFailureHandler<>(ATTEMPTS, new ExponentialBackoffFailureHandler<>(FIRST_PAUSE)),
                (instance, context) -> make(MediaId.parse(instance.getId()), leases.of(context)));
    }

    private void make(MediaId id, Lease lease) {
        var source = sources.of(id).orElse(null);
        if (source == null) return; // the item is gone, and with it the wish
        if (source.blob().isEmpty()) {
            media.noPoster(id, source.version());
            return;
        }
        try {
            make(id, source, source.blob().orElseThrow(), lease);
        } catch (MediaException.NotMedia e) {
            LOG.info("no poster media={} reason=\"{}\"", id, e.getMessage()); // nor would another try make one
        } catch (IOException e) {
            throw new UncheckedIOException("poster of media " + id, e);
        }
    }

    private void make(MediaId id, PosterSources.Source source, BlobId video, Lease lease) throws IOException {
        var picture = Files.createTempFile("poster-", ".jpg");
        try {
            posters.poster(store.localFile(video), Container.MP4, source.at(), picture);
            transaction.executeWithoutResult(status -> {
                lease.check();
                var shown = media.poster(id, source.version(), stored(picture).id());
                if (!shown) status.setRollbackOnly(); // a newer version asked for a poster of its own
            });
        } finally {
            Files.deleteIfExists(picture);
        }
    }

    private Blob stored(Path picture) {
        try {
            return blobs.store(picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
