package zoomsim.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Watches and listens to recordings, for tests: what is seen in the corner, and what is heard when. */
final class Screening {
    private static final int SIDE = 16;
    private static final int WHITE = 200;
    private static final int LOUD = Short.MAX_VALUE / 10;

    private final Ffmpeg ffmpeg;
    private final Path scratch;

    Screening(Ffmpeg ffmpeg, Path scratch) {
        this.ffmpeg = ffmpeg;
        this.scratch = scratch;
    }

    String streams(Path file, String entries) {
        return ffmpeg.probe(List.of(
                "-v", "error", "-show_entries", entries, "-show_data_hash", "md5", "-of", "compact", file + ""));
    }

    /** Whatever FFmpeg finds wrong while it decodes all of {@code file}. */
    String complaints(Path file) {
        return ffmpeg.encode(List.of("-xerror", "-i", file.toString(), "-f", "null", "-"), stdin -> {});
    }

    /** Numbers, from 0, of the pictures whose lower left corner is white. */
    List<Integer> marked(Path film) {
        var crop = "crop=%d:%d:0:ih-%d,format=gray".formatted(SIDE, SIDE, SIDE);
        var corners = decoded(film, "-vf", crop, "-fps_mode", "passthrough", "-f", "rawvideo");
        List<Integer> marked = new ArrayList<>();
        for (int frame = 0; frame * SIDE * SIDE < corners.length; frame++) {
            long sum = 0;
            for (int i = 0; i < SIDE * SIDE; i++) sum += corners[frame * SIDE * SIDE + i] & 0xff;
            if (sum / (SIDE * SIDE) > WHITE) marked.add(frame);
        }
        return marked;
    }

    int pictures(Path film) {
        return decoded(film, "-vf", "scale=2:2,format=gray", "-fps_mode", "passthrough", "-f", "rawvideo").length / 4;
    }

    short[] sound(Path file) {
        var bytes = decoded(file, "-vn", "-ac", "1", "-ar", Integer.toString(Narrator.RATE), "-f", "s16le");
        var samples = new short[bytes.length / 2];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        return samples;
    }

    private byte[] decoded(Path file, String... how) {
        var raw = scratch.resolve("decoded.raw");
        List<String> arguments = new ArrayList<>(List.of("-i", file.toString()));
        arguments.addAll(List.of(how));
        arguments.add(raw.toString());
        ffmpeg.encode(arguments, stdin -> {});
        try {
            return Files.readAllBytes(raw);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When it first gets loud after {@code from}. */
    static Duration firstLoud(short[] sound, Duration from) {
        for (int i = at(from); i < sound.length; i++) {
            if (Math.abs(sound[i]) > LOUD) return Duration.ofNanos(i * 1_000_000_000L / Narrator.RATE);
        }
        throw new AssertionError("silence after " + from);
    }

    /** Root mean square between two instants, from 0 to 1. */
    static double loudness(short[] sound, Duration from, Duration to) {
        double sum = 0;
        for (int i = at(from); i < at(to); i++) sum += (double) sound[i] * sound[i];
        return Math.sqrt(sum / (at(to) - at(from))) / Short.MAX_VALUE;
    }

    /** Pitch in Hz of a pure tone, by its zero crossings. */
    static double pitch(short[] sound, Duration from, Duration to) {
        int crossings = 0;
        for (int i = at(from) + 1; i < at(to); i++) if (sound[i - 1] < 0 != sound[i] < 0) crossings++;
        return crossings / 2.0 * Narrator.RATE / (at(to) - at(from));
    }

    private static int at(Duration time) {
        return (int) (time.toMillis() * Narrator.RATE / 1000);
    }
}
