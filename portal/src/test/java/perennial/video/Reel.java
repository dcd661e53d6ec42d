package perennial.video;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A recipe for a marked segment: from 0.2 s on, every second a white flash and a beep of 0.1 s begin together, and each
 * picture carries its number and its segment's as a row of black and white fields at the bottom.
 *
 * @param seconds length of the pictures
 * @param soundSeconds length of the sound
 * @param bFrames pictures that need reordering, in a row; 0: none
 */
record Reel(
        int segment,
        double seconds,
        double soundSeconds,
        int width,
        int height,
        String rate,
        int bFrames,
        int sampleRate,
        int channels,
        List<String> more) {
    private static final Path STUDIO = Path.of("target", "clips", "reels").toAbsolutePath();
    private static final Map<Reel, Path> SHOT = new ConcurrentHashMap<>();
    static final double FIRST_MARK = 0.2;
    static final int NUMBER_BITS = 10;
    static final int SEGMENT_BITS = 4;

    static Reel of(int segment, double seconds) {
        return new Reel(segment, seconds, seconds, 320, 192, "25", 2, 32_000, 1, List.of());
    }

    Reel soundOf(double length) {
        return new Reel(segment, seconds, length, width, height, rate, bFrames, sampleRate, channels, more);
    }

    Reel size(int newWidth, int newHeight) {
        return new Reel(segment, seconds, soundSeconds, newWidth, newHeight, rate, bFrames, sampleRate, channels, more);
    }

    Reel rate(String newRate) {
        return new Reel(segment, seconds, soundSeconds, width, height, newRate, bFrames, sampleRate, channels, more);
    }

    Reel bFrames(int count) {
        return new Reel(segment, seconds, soundSeconds, width, height, rate, count, sampleRate, channels, more);
    }

    Reel sound(int newRate, int newChannels) {
        return new Reel(segment, seconds, soundSeconds, width, height, rate, bFrames, newRate, newChannels, more);
    }

    /** Further words for FFmpeg's output. */
    Reel with(String... words) {
        return new Reel(
                segment, seconds, soundSeconds, width, height, rate, bFrames, sampleRate, channels, List.of(words));
    }

    enum Track {
        PICTURES,
        SOUND
    }

    Reel without(Track track) {
        return with(track == Track.SOUND ? "-an" : "-vn");
    }

    /** The segment's file, shot once a build and shared: not to be changed. */
    Path shoot() {
        return SHOT.computeIfAbsent(this, Reel::shot);
    }

    /** Whether a file is one of these, which never change. */
    static boolean isShared(Path file) {
        return file.startsWith(STUDIO);
    }

    private static Path shot(Reel reel) {
        var words = reel.words();
        var name = UUID.nameUUIDFromBytes(String.join("\n", words).getBytes(StandardCharsets.UTF_8));
        var file = STUDIO.resolve(name + ".mp4");
        if (Files.exists(file)) return file;
        try {
            Files.createDirectories(STUDIO);
            var part = Files.createTempFile(STUDIO, "reel", ".part");
            words.add(String.valueOf(part.getFileName()));
            Bench.ffmpeg(STUDIO, List.of(), words);
            return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** FFmpeg's words, but for the name of the file. */
    private List<String> words() {
        var words = new ArrayList<String>();
        words.addAll(List.of(
                "-f", "lavfi", "-i", "color=c=black:s=%dx%d:r=%s:d=%s".formatted(width, height, rate, text(seconds))));
        words.addAll(List.of("-f", "lavfi", "-i"));
        words.add("aevalsrc='if(lt(mod(t+1-%1$s,1),0.1)*gte(t,%1$s),0.8*sin(2*PI*1000*t),0)':s=%2$d:d=%3$s"
                .formatted(text(FIRST_MARK), sampleRate, text(soundSeconds)));
        var marks = new StringBuilder(
                "[0:v]drawbox=x=0:y=0:w=iw:h=ih*2/3:color=white:t=fill:enable='lt(mod(t+1.001-%1$s,1),0.0999)*gte(t+0.001,%1$s)'"
                        .formatted(text(FIRST_MARK)));
        int fields = NUMBER_BITS + SEGMENT_BITS;
        for (int bit = 0; bit < fields; bit++) {
            var on = bit < NUMBER_BITS
                    ? "gt(bitand(n,%d),0)".formatted(1 << bit)
                    : String.valueOf((segment >> (bit - NUMBER_BITS)) & 1);
            marks.append(",drawbox=x=iw*%d/%d:y=ih*2/3:w=iw/%d:h=ih/3:color=white:t=fill:enable='%s'"
                    .formatted(bit, fields, fields, on));
        }
        words.addAll(List.of("-filter_complex", marks + "[v]"));
        if (!more.contains("-vn")) {
            words.addAll(List.of("-map", "[v]", "-c:v", "libx264", "-preset", "veryfast", "-pix_fmt", "yuv420p"));
            words.addAll(List.of("-bf", String.valueOf(bFrames)));
        } else {
            words.addAll(List.of("-map", "[v]", "-f", "null", "-"));
        }
        if (!more.contains("-an")) {
            words.addAll(List.of("-map", "1:a", "-c:a", "aac", "-b:a", "64k", "-ac", String.valueOf(channels)));
        }
        words.addAll(more);
        words.addAll(List.of("-f", "mp4"));
        return words;
    }

    private static String text(double number) {
        return String.format(Locale.ROOT, "%.3f", number);
    }
}
