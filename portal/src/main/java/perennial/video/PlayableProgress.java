package perennial.video;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;

/** Tells how far FFmpeg is, from the file in which it notes that. */
final class PlayableProgress implements AutoCloseable {
    static final String FILE = "progress.txt";

    private static final Pattern AT = Pattern.compile("out_time_us=(\\d{1,18})");
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** The last notes are within so many bytes of the end. */
    private static final int TAIL = 2048;

    private final Path file;
    private final Duration length;
    private final IntConsumer percent;
    /** Not by an interrupt, which would cut whoever is being told off from the database. */
    private volatile boolean done;

    /**
     * @param length of the whole; with zero nobody is told anything
     */
    PlayableProgress(Path folder, Duration length, IntConsumer percent) {
        this.file = folder.resolve(FILE);
        this.length = length;
        this.percent = percent;
    }

    void start() {
        if (!length.isZero()) Thread.ofVirtual().name("playable-progress").start(this::watch);
    }

    private void watch() {
        try {
            for (int told = 0; !done; Thread.sleep(PAUSE)) {
                int now = now();
                if (now <= told) continue;
                told = now;
                percent.accept(now);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // Nobody is told; the work goes on.
        }
    }

    private int now() throws IOException {
        if (!Files.exists(file)) return 0;
        var bytes = Files.readAllBytes(file);
        int from = Math.max(0, bytes.length - TAIL);
        var notes = AT.matcher(new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8));
        long micros = 0;
        while (notes.find()) micros = Long.parseLong(notes.group(1));
        return (int) Math.min(99, micros * 100 / Math.max(1, length.toNanos() / 1000));
    }

    @Override
    public void close() {
        done = true;
    }
}
