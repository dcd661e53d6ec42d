package perennial.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another reader of MP4 finds in a joined file exactly the packets of its segments, one behind the other. */
class JoinedTablesTest {
    /** A frame of silence, mono, as ffprobe prints its hash. */
    private static final int SILENT_BYTES = 4;

    @TempDir
    Path folder;

    @Test
    void holdsThePacketsOfItsSegmentsUntouched() throws IOException {
        var files = Stream.of(
                        Reel.of(1, 2.4).soundOf(1.9),
                        Reel.of(2, 2.36).with("-movflags", "+frag_keyframe+empty_moov"),
                        Reel.of(3, 2.04).with("-video_track_timescale", "90000"))
                .map(reel -> reel.shoot())
                .toList();
        var cut = new Cut(folder);
        files.forEach(cut::add);

        var done = cut.join();

        for (var track : List.of("v:0", "a:0")) {
            var expected = new ArrayList<String>();
            for (var file : files) expected.addAll(hashes(file, track));
            assertThat(hashes(done.file(), track)).as(track).isEqualTo(expected);
        }
    }

    @Test
    void takesItsTimesFromOneClockWithoutAGapInTheSound() throws IOException {
        var done = new Cut(folder)
                .addAll(List.of(
                        Reel.of(1, 2.4).soundOf(1.9), Reel.of(2, 2.36).without(Reel.Track.SOUND), Reel.of(3, 2.04)))
                .join();

        long next = 0;
        for (var line : packets(done.file(), "a:0", "dts,duration")) {
            var fields = line.split(",", -1);
            assertThat(Long.parseLong(fields[0])).isEqualTo(next);
            assertThat(Long.parseLong(fields[1])).isEqualTo(1024);
            next += 1024;
        }
        next = 0;
        for (var line : packets(done.file(), "v:0", "dts,duration")) {
            var fields = line.split(",", -1);
            assertThat(Long.parseLong(fields[0])).isEqualTo(next);
            next += Long.parseLong(fields[1]);
        }
    }

    @Test
    void givesEachWholePictureOfASplicedFilmItsParameterSets() throws IOException {
        var files = Stream.of(Reel.of(1, 2.4).with("-g", "20"), Reel.of(2, 2.36).size(480, 288))
                .map(Reel::shoot)
                .toList();
        var cut = new Cut(folder);
        files.forEach(cut::add);

        var done = cut.join(Bench.SPLICER);

        var joined = packets(done.file(), "v:0", "size,flags");
        int at = 0;
        for (var file : files) {
            var more = new HashSet<Integer>();
            for (var line : packets(file, "v:0", "size,flags")) {
                var own = line.split(",", -1);
                var found = joined.get(at++).split(",", -1);
                assertThat(found[1]).isEqualTo(own[1]);
                int added = Integer.parseInt(found[0]) - Integer.parseInt(own[0]);
                if (own[1].startsWith("K")) more.add(added);
                else assertThat(added).isZero();
            }
            assertThat(more)
                    .as("bytes of the sets, before each whole picture")
                    .singleElement()
                    .satisfies(bytes -> assertThat(bytes).isGreaterThan(20));
        }
        assertThat(joined).hasSize(at);
    }

    private static List<String> hashes(Path file, String track) {
        return packets(file, track, "size,flags,data_hash").stream()
                .filter(line -> !line.startsWith(SILENT_BYTES + ","))
                .toList();
    }

    private static List<String> packets(Path file, String track, String fields) {
        var words = List.of(
                "-ignore_editlist",
                "1",
                "-select_streams",
                track,
                "-show_data_hash",
                "md5",
                "-show_entries",
                "packet=" + fields,
                "-of",
                "csv=p=0");
        return Bench.ffprobe(file, words)
                .text()
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }
}
