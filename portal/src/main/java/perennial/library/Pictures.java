package perennial.library;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.audit.AuditLog;
import perennial.jobs.WantedJobs;
import perennial.people.Person;
import perennial.storage.Blob;
import perennial.storage.Blobs;

/** The picture that stands for an item: taken from it, or brought by a person, with the rights of {@link MediaChanges}. */
@Service
public class Pictures {
    /** The largest file that is looked at, in bytes. */
    public static final int LARGEST_FILE = 4_000_000;

    private static final long MOST_PIXELS = 40_000_000;
    private static final int WIDEST = 1280;
    private static final int HIGHEST = 1280;

    private final MediaChanges changes;
    private final MediaTable media;
    private final Blobs blobs;
    private final WantedJobs jobs;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    Pictures(
            MediaChanges changes,
            MediaTable media,
            Blobs blobs,
            WantedJobs jobs,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.changes = changes;
        this.media = media;
        this.blobs = blobs;
        this.jobs = jobs;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Shows a picture that somebody brought, until they go back to one of the video. It is drawn anew: nothing of the file
     * but what is to be seen is kept.
     *
     * @param file JPEG or PNG, at most {@link #LARGEST_FILE}
     * @throws UnknownMedia if there is no such item, or not for {@code by}
     * @throws NotPossible if it is no such picture
     */
    public void bring(MediaId id, Person by, byte[] file) {
        changes.editable(id, by);
        if (file.length > LARGEST_FILE) throw notAPicture("A picture has 4 MB at most");
        var stored = stored(drawn(file));
        transaction.executeWithoutResult(status -> {
            media.posterByHand(id, stored.id());
            audit.record(by.email(), "media.changed", "media/" + id, "picture");
        });
    }

    /**
     * Takes a picture out of the video.
     *
     * @param second where; negative: wherever the portal thinks best
     * @throws UnknownMedia as {@link #bring}
     * @throws NotPossible if the video is shorter
     */
    public void take(MediaId id, Person by, long second) {
        var item = changes.editable(id, by);
        if (second > item.length().toSeconds()) throw notAPicture("The video is not that long");
        transaction.executeWithoutResult(status -> {
            media.posterAt(id, second < 0 ? null : second * 1000);
            jobs.ask(PosterJob.POSTER, "media", id.value());
            audit.record(by.email(), "media.changed", "media/" + id, "picture");
        });
    }

    private static BufferedImage drawn(byte[] file) {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) throw notAPicture("Use a JPEG or PNG picture");
            var reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return scaled(read(reader));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            if (e instanceof NotPossible known) throw known;
            throw notAPicture("This picture cannot be read");
        }
    }

    /** Its size is known before a pixel is read. */
    private static BufferedImage read(ImageReader reader) throws IOException {
        var format = reader.getFormatName();
        if (!format.equalsIgnoreCase("jpeg") && !format.equalsIgnoreCase("png")) {
            throw notAPicture("Use a JPEG or PNG picture");
        }
        var width = reader.getWidth(0);
        var height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) throw notAPicture("Use a smaller picture");
        var wanted = reader.getDefaultReadParam();
        var step = Math.max(1, Math.max(width / (2 * WIDEST), height / (2 * HIGHEST))); // 4 bytes a pixel otherwise
        wanted.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, wanted);
    }

    private static BufferedImage scaled(BufferedImage picture) {
        var scale = Math.min(1, Math.min((double) WIDEST / picture.getWidth(), (double) HIGHEST / picture.getHeight()));
        var width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        var height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
        pen.dispose();
        return drawn;
    }

    private Blob stored(BufferedImage picture) {
        try {
            var file = Files.createTempFile("picture-", ".jpg");
            try {
                ImageIO.write(picture, "jpeg", file.toFile());
                return blobs.store(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NotPossible notAPicture(String sentence) {
        return NotPossible.field("picture", sentence);
    }
}
