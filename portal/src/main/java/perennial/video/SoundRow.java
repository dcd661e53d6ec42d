package perennial.video;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the joined sound: one frame behind the other, silence where there is nothing. */
final class SoundRow implements Closeable {
    private final OutputStream out;
    private final byte[] silence;
    private long frames;

    /**
     * @param silence one coded frame of it
     */
    SoundRow(Path file, byte[] silence) throws IOException {
        this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        this.silence = silence;
    }

    /** Writes silence until {@code frame} is next. */
    void fillTo(long frame) throws IOException {
        while (frames < frame) write(silence);
    }

    /** Writes the frames of {@code source} until it ends or {@code limit} is next. */
    void copy(Path source, long limit) throws IOException {
        try (var in = AdtsFrames.open(source)) {
            for (var frame = in.next(); frame != null && frames < limit; frame = in.next()) write(frame);
        }
    }

    private void write(byte[] frame) throws IOException {
        out.write(frame);
        frames++;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
