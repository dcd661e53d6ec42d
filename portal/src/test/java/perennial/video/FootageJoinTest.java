package perennial.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zoomsim.Options;
import zoomsim.Simulator;
import zoomsim.account.RecordingFile;
import zoomsim.media.Studio;

/**
 * The three parts of the simulator's own meeting, joined: every picture is there, and at each mark that the studio put in,
 * the white corner and the tone come together (M3).
 */
class FootageJoinTest {
    private static final Path FOOTAGE = Path.of("target", "footage");
    private static final double ONE_PICTURE = 1.0 / Studio.FRAMES_PER_SECOND;
    private static final int CORNER = 16;
    private static final int RATE = 16_000;

    @TempDir
    Path folder;

    @Test
    void joinsTheThreePartMeetingWithSoundAndPictureInStepAtEachMark() throws IOException {
        var cut = new Cut(folder);
        int pictures = 0;
        int parts = 0;
        try (var zoom = Simulator.start(Options.parse("--size=demo", "--media=" + FOOTAGE), new Studio(FOOTAGE))) {
            zoom.meetingsReady().join();
            for (var part : threeParts(zoom)) {
                var file = folder.resolve("part%d.mp4".formatted(parts++));
                try (var out = Files.newOutputStream(file)) {
                    part.content().writeTo(out, 0, part.content().size());
                }
                pictures += Bench.pictureTimes(file).size();
                cut.add(file);
            }
        }

        var done = cut.join();

        assertThat(parts).isEqualTo(3);
        var times = Bench.pictureTimes(done.file());
        assertThat(times).hasSize(pictures);
        var flashes = flashes(done.file(), times);
        assertThat(flashes).as("two marks a part").hasSize(2 * parts);
        var sound = sound(done.file());
        for (double flash : flashes) {
            assertThat(toneAfter(sound, flash - 0.2)).isCloseTo(flash, within(ONE_PICTURE));
        }
    }

    /** One view of the meeting whose recording was stopped and started twice. */
    private static List<RecordingFile> threeParts(Simulator zoom) {
        return zoom.account().meetings().stream()
                .flatMap(meeting -> meeting.files().stream()
                        .filter(file -> file.fileType().equals("MP4"))
                        .collect(Collectors.groupingBy(RecordingFile::recordingType))
                        .values()
                        .stream())
                .filter(files -> files.size() == 3)
                .findFirst()
                .orElseThrow()
                .stream()
                .sorted(Comparator.comparing(RecordingFile::start))
                .toList();
    }

    /** When the lower left corner turns white. */
    private List<Double> flashes(Path file, List<Double> times) throws IOException {
        var corner = "crop=%d:%d:0:ih-%d,format=gray".formatted(CORNER, CORNER, CORNER);
        var raw = decode(file, List.of("-map", "0:v:0", "-fps_mode", "passthrough", "-vf", corner, "-f", "rawvideo"));
        var flashes = new ArrayList<Double>();
        boolean before = false;
        for (int i = 0; i < times.size(); i++) {
            long light = 0;
            for (int at = 0; at < CORNER * CORNER; at++) light += raw[i * CORNER * CORNER + at] & 0xFF;
            boolean white = light / (CORNER * CORNER) > 200;
            if (white && !before) flashes.add(times.get(i));
            before = white;
        }
        return flashes;
    }

    private ByteBuffer sound(Path file) throws IOException {
        var words = List.of("-map", "0:a:0", "-ac", "1", "-ar", String.valueOf(RATE), "-f", "s16le");
        return ByteBuffer.wrap(decode(file, words)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static double toneAfter(ByteBuffer sound, double seconds) {
        var samples = sound.asShortBuffer();
        for (int i = (int) (seconds * RATE); i < samples.limit(); i++) {
            if (Math.abs(samples.get(i)) > Short.MAX_VALUE / 10) return (double) i / RATE;
        }
        throw new AssertionError("nothing to be heard after " + seconds + " s");
    }

    private byte[] decode(Path file, List<String> words) throws IOException {
        var all = new ArrayList<>(FFmpegRun.input(file, Container.MP4));
        all.addAll(words);
        all.add("decoded.raw");
        Bench.ffmpeg(folder, List.of(file), all);
        var raw = folder.resolve("decoded.raw");
        var bytes = Files.readAllBytes(raw);
        Files.delete(raw);
        return bytes;
    }
}
