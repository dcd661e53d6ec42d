package perennial.video;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is to be seen and heard in a file: decoded pictures with their times and numbers, and where the flashes and beeps of
 * a {@link Reel} begin. Sound is read as players do, one sample after the other, whatever the file says of gaps.
 *
 * @param flashes seconds at which a flash begins
 * @param beeps seconds at which a beep begins
 */
record Screening(List<Picture> pictures, List<Double> flashes, List<Double> beeps) {
    private static final int WIDTH = 140;
    private static final int HEIGHT = 60;
    private static final int RATE = 48_000;

    private static final Map<Path, Screening> SEEN = new ConcurrentHashMap<>();

    /**
     * @param number its place in its segment
     */
    record Picture(double at, int segment, int number, boolean flash) {}

    static Screening of(Path file) throws IOException {
        return of(file, false);
    }

    /** The same with each sound where the file says it is due, gaps kept. */
    static Screening byTime(Path file) throws IOException {
        if (!Reel.isShared(file)) return of(file, true);
        var known = SEEN.get(file);
        if (known != null) return known;
        var seen = of(file, true);
        SEEN.put(file, seen);
        return seen;
    }

    private static Screening of(Path file, boolean byTime) throws IOException {
        var probe = Bench.PROBER.probe(file, Container.MP4);
        List<Picture> pictures = probe.video() == null ? List.of() : pictures(file);
        var flashes = new ArrayList<Double>();
        boolean before = false;
        for (var picture : pictures) {
            if (picture.flash && !before) flashes.add(picture.at);
            before = picture.flash;
        }
        return new Screening(pictures, flashes, probe.audio() == null ? List.of() : beeps(file, byTime));
    }

    private static List<Picture> pictures(Path file) throws IOException {
        var times = Bench.pictureTimes(file);
        var raw = decode(
                file,
                "pictures.raw",
                List.of(
                        "-map",
                        "0:v:0",
                        "-fps_mode",
                        "passthrough",
                        "-vf",
                        "scale=%d:%d:flags=area,format=gray".formatted(WIDTH, HEIGHT),
                        "-f",
                        "rawvideo"));
        int size = WIDTH * HEIGHT;
        if (raw.length != size * times.size()) {
            throw new IOException("%d times for %d pictures".formatted(times.size(), raw.length / size));
        }
        var pictures = new ArrayList<Picture>();
        for (int i = 0; i < times.size(); i++) {
            int bits = 0;
            int fields = Reel.NUMBER_BITS + Reel.SEGMENT_BITS;
            for (int bit = 0; bit < fields; bit++) {
                if (light(raw, i, (2 * bit + 1) * WIDTH / (2 * fields), HEIGHT * 5 / 6)) bits |= 1 << bit;
            }
            boolean flash = light(raw, i, WIDTH / 2, HEIGHT / 3);
            int number = bits & ((1 << Reel.NUMBER_BITS) - 1);
            pictures.add(new Picture(times.get(i), bits >> Reel.NUMBER_BITS, number, flash));
        }
        return pictures;
    }

    private static boolean light(byte[] raw, int picture, int x, int y) {
        return (raw[picture * WIDTH * HEIGHT + y * WIDTH + x] & 0xFF) > 127;
    }

    private static List<Double> beeps(Path file, boolean byTime) throws IOException {
        var words = new ArrayList<>(List.of("-map", "0:a:0", "-ac", "1", "-ar", String.valueOf(RATE), "-f", "s16le"));
        if (byTime) words.addAll(List.of("-af", "aresample=async=1:min_hard_comp=0.001:first_pts=0"));
        var raw = decode(file, "sound.raw", words);
        var samples = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        var beeps = new ArrayList<Double>();
        int lastLoud = -RATE;
        for (int i = 0; i < samples.limit(); i++) {
            if (Math.abs(samples.get(i)) < 6000) continue;
            if (i - lastLoud > RATE / 10) beeps.add((double) i / RATE);
            lastLoud = i;
        }
        return beeps;
    }

    private static byte[] decode(Path file, String name, List<String> words) throws IOException {
        var folder = Files.createTempDirectory("screening");
        var all = new ArrayList<>(FFmpegRun.input(file, Container.MP4));
        all.addAll(words);
        all.add(name);
        Bench.ffmpeg(folder, List.of(file), all);
        var raw = Files.readAllBytes(folder.resolve(name));
        Files.delete(folder.resolve(name));
        Files.delete(folder);
        return raw;
    }
}
