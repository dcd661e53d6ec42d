package perennial.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.Channels;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import perennial.library.MediaId;
import perennial.library.SummaryFile;
import perennial.library.VisibleBytes;
import perennial.people.PersonId;
import perennial.storage.BlobStore;

/** Reads the summaries of items. They are a few kilobytes, so they are read when somebody opens the page. */
@Component
class SummaryTexts {
    private static final Logger LOG = LoggerFactory.getLogger(SummaryTexts.class);
    /** A file that is larger than this is no summary. */
    private static final int LARGEST = 1 << 20;

    private final VisibleBytes visible;
    private final BlobStore store;

    SummaryTexts(VisibleBytes visible, BlobStore store) {
        this.visible = visible;
        this.store = store;
    }

    /** {@link Summary#NONE} where there is none, or not for this viewer. */
    Summary of(MediaId id, @Nullable PersonId viewer) {
        var files = visible.summaries(id, viewer).stream()
                .filter(file -> file.size() <= LARGEST)
                .toList();
        return files.isEmpty()
                ? Summary.NONE
                : Summary.of(files, files.stream().map(this::text).toList());
    }

    private String text(SummaryFile file) {
        try (var bytes = Channels.newInputStream(store.read(file.blob()))) {
            return new String(bytes.readNBytes(LARGEST), UTF_8);
        } catch (IOException e) {
            LOG.warn("summary not read blob={} reason=\"{}\"", file.blob(), e.toString());
            return ""; // the page is worth showing without it
        }
    }
}
