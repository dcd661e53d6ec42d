package perennial.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Segments whose tables take a rare form: each is joined as it lies, copied, coded anew or refused, for the reason told. */
class JoinerTablesTest {
    private static final double NOTHING = 0.001;
    private static final double HALF_A_SOUND_FRAME = 0.016;
    private static final double ONE_PICTURE = 0.040;
    private static final int HOUR = 3600;
    private static final int LONG_HEADER = 16;

    @TempDir
    Path folder;

    private Path changed(Path from, Consumer<Surgery> change) throws IOException {
        var surgery = Surgery.of(from);
        change.accept(surgery);
        return surgery.write(folder.resolve("changed.mp4"));
    }

    private Cut.Done joinedBetween(Path middle) throws IOException {
        return cut(middle).join();
    }

    private Cut cut(Path middle) {
        return new Cut(folder)
                .add(Reel.of(1, 2.4).shoot())
                .add(middle)
                .add(Reel.of(3, 2.04).shoot());
    }

    private Path ffmpeg(Path from, String... words) {
        var all = new ArrayList<>(FFmpegRun.input(from, Container.MP4));
        all.addAll(List.of(words));
        all.addAll(List.of("-f", "mp4", "made.mp4"));
        Bench.ffmpeg(folder, List.of(from), all);
        return folder.resolve("made.mp4");
    }

    @Test
    void joinsPicturesOfAVariableRate() throws IOException {
        var whole = Reel.of(2, 3.04).bFrames(0).with("-g", "1").shoot();
        var varying = ffmpeg(whole, "-c", "copy", "-bsf:v", "noise=drop='not(mod(n,3))+not(mod(n,7))'");

        var done = new Cut(folder)
                .add(Reel.of(1, 2.4).bFrames(0).with("-g", "1").shoot())
                .add(varying)
                .add(Reel.of(3, 2.04).bFrames(0).with("-g", "1").shoot())
                .join();

        assertThat(Screening.of(varying).pictures()).hasSizeBetween(30, 60);
        assertThat(done.decisions()).containsOnly("virtual");
        done.playsInStep(NOTHING);
    }

    @ParameterizedTest
    @CsvSource({"8, 16k", "16, 64k"})
    void readsCompactSizes(int bits, String bitRate) throws IOException {
        var compact = changed(Reel.of(2, 2.36).with("-b:a", bitRate).shoot(), file -> compactSizes(file, bits));

        var done = joinedBetween(compact);

        assertThat(done.decisions()).containsOnly("virtual");
        done.playsInStep(NOTHING);
    }

    /** Only frames of silence are so short: fewer than 16 bytes. */
    @Test
    void readsSizesOfHalfAByte() throws IOException {
        var silent = ffmpeg(
                Reel.of(2, 2.36).shoot(),
                "-f",
                "lavfi",
                "-i",
                "anullsrc=r=32000:cl=mono",
                "-map",
                "0:v",
                "-map",
                "1:a",
                "-c:v",
                "copy",
                "-c:a",
                "aac",
                "-flags:a",
                "bitexact",
                "-shortest");
        var compact = changed(silent, file -> compactSizes(file, 4));

        var cut = cut(compact);
        var done = cut.join();

        assertThat(done.decisions()).containsOnly("virtual");
        assertThat(packets(done.file())).containsSubsequence(packets(cut));
    }

    private static void compactSizes(Surgery file, int bits) {
        var sizes = file.tables("soun").at("stsz").content();
        int count = sizes.getInt(8);
        var stz2 = ByteBuffer.allocate(12 + (count * bits + 7) / 8).put(Surgery.numbers(0, bits, count));
        int all = sizes.getInt(4);
        int half = 0;
        for (int i = 0; i < count; i++) {
            int size = all != 0 ? all : sizes.getInt(12 + 4 * i);
            assertThat(size).isLessThan(1 << bits);
            if (bits == 16) stz2.putShort((short) size);
            else if (bits == 8) stz2.put((byte) size);
            else if (i % 2 == 0 && i + 1 < count) half = size << 4;
            else stz2.put((byte) (i % 2 == 0 ? size << 4 : half | size));
        }
        file.tables("soun").remove("stsz");
        file.tables("soun").add("stz2", stz2.array());
    }

    @Test
    void readsAndWritesOffsetsBeyondFourGigabytes() throws IOException {
        var whole = Surgery.of(Reel.of(2, 2.36).shoot());
        var far = farApart(whole);

        var cut = cut(far);
        var done = cut.join();

        assertThat(done.decisions()).containsOnly("virtual");
        assertThat(Files.size(done.file())).isGreaterThan(4L << 30);
        var own = done.joined().views().getFirst().own();
        var header = StandardCharsets.ISO_8859_1.decode(own.duplicate()).toString();
        assertThat(header).contains("co64").doesNotContain("stco");
        done.playsInStep(NOTHING);
        assertThat(packets(done.file())).isEqualTo(packets(cut));
    }

    /** The same film with its sound 4.5 GB behind its pictures; the file is a hole in between. */
    private Path farApart(Surgery whole) throws IOException {
        var target = folder.resolve("far.mp4");
        var payload = whole.at("mdat").content();
        long gap = 4_500_000_000L;
        var stco = whole.tables("soun").at("stco").content();
        int chunks = stco.getInt(4);
        var moov = whole.at("moov");
        try (var out = new RandomAccessFile(target.toFile(), "rw")) {
            var before = new java.io.ByteArrayOutputStream();
            for (var type : List.of("ftyp", "free")) {
                before.writeBytes(Surgery.box(type, bytes(whole.at(type).content())));
            }
            out.write(before.toByteArray());
            long payloadAt = out.getFilePointer() + 8;
            out.write(Surgery.box("mdat", bytes(payload)));
            long hole = out.getFilePointer();
            out.writeInt(1);
            out.writeBytes("free");
            out.writeLong(gap);
            out.seek(hole + gap);
            out.writeInt(1);
            out.writeBytes("mdat");
            out.writeLong(LONG_HEADER + payload.limit());
            long shift = out.getFilePointer() - payloadAt;
            out.write(bytes(payload));
            var co64 = ByteBuffer.allocate(8 + 8 * chunks).putInt(0).putInt(chunks);
            for (int i = 0; i < chunks; i++) co64.putLong(Integer.toUnsignedLong(stco.getInt(8 + 4 * i)) + shift);
            whole.tables("soun").remove("stco");
            whole.tables("soun").add("co64", co64.array());
            out.write(moov.bytes());
        }
        return target;
    }

    private static List<String> packets(Path file) {
        return Bench.ffprobe(
                        file,
                        List.of(
                                "-ignore_editlist",
                                "1",
                                "-select_streams",
                                "a:0",
                                "-show_data_hash",
                                "md5",
                                "-show_entries",
                                "packet=data_hash",
                                "-of",
                                "csv=p=0"))
                .text()
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static List<String> packets(Cut cut) {
        return cut.view().files().stream()
                .flatMap(file -> packets(java.util.Objects.requireNonNull(file).file()).stream())
                .toList();
    }

    @Test
    void showsNothingThatAnEditListLeavesOut() throws IOException {
        var whole = Reel.of(2, 4.04).bFrames(0).with("-g", "25").shoot();
        // Its second second is left out. The film's own clock has 1,000 ticks a second.
        var cut = changed(whole, file -> {
            edits(file.track("vide"), 12_800);
            edits(file.track("soun"), 32_000);
        });

        var done = new Cut(folder)
                .add(Reel.of(1, 2.4).bFrames(0).with("-g", "25").shoot())
                .add(cut)
                .add(Reel.of(3, 2.04).bFrames(0).with("-g", "25").shoot())
                .join();

        assertThat(done.decisions().get(1))
                .isEqualTo("re-encoded: it is cut by an edit list, sound: it is cut by an edit list");
        assertThat(Screening.of(done.file()).pictures()).hasSize(60 + 75 + 51);
        done.playsInStep(ONE_PICTURE);
    }

    private static void edits(Surgery.Node track, int timescale) {
        int begin = track.at("edts/elst").content().getInt(12);
        track.remove("edts");
        track.add(
                "edts",
                Surgery.box("elst", Surgery.numbers(0, 2, 1000, begin, 0x10000, 2000, begin + 2 * timescale, 0x10000)));
    }

    @Test
    void copiesSoundWithAnOddClockAndLeavesThePicturesWhereTheyLie() throws IOException {
        var odd = changed(Reel.of(2, 2.36).shoot(), file -> {
            var clock = file.track("soun").at("mdia/mdhd");
            clock.change(header -> ByteBuffer.wrap(header).putInt(12, 64_000).array());
            twice(file.tables("soun").at("stts"));
            var edit = file.track("soun").at("edts/elst");
            edit.change(list -> {
                var changed = ByteBuffer.wrap(list);
                return changed.putInt(12, 2 * changed.getInt(12)).array();
            });
        });

        var done = joinedBetween(odd);

        assertThat(done.decisions()).containsExactly("virtual", "remuxed: sound: odd clock", "virtual");
        done.playsInStep(NOTHING);
    }

    private static void twice(Surgery.Node stts) {
        stts.change(table -> {
            var changed = ByteBuffer.wrap(table);
            for (int i = 0; i < changed.getInt(4); i++) changed.putInt(12 + 8 * i, 2 * changed.getInt(12 + 8 * i));
            return table;
        });
    }

    @Test
    void refusesWhatIsEncrypted() {
        refused(TestClips.encrypted(2, 1), "it is encrypted");
    }

    @Test
    void refusesWhatIsInAnotherFile() throws IOException {
        var outside = changed(
                Reel.of(2, 2.36).shoot(),
                file -> file.track("vide").at("mdia/minf/dinf/dref").change(list -> {
                    list[list.length - 1] = 0;
                    return list;
                }));

        refused(outside, "its bytes are in another file");
    }

    private void refused(Path middle, String reason) {
        var cut = cut(middle);

        assertThatThrownBy(cut::join)
                .isInstanceOf(MediaException.PartsRefused.class)
                .hasMessage("Part 2 cannot be joined: %s.".formatted(reason));
        assertThat(folder.resolve("joined.mp4")).doesNotExist();
    }

    @Test
    void takesATrackWithoutAPictureForNone() throws IOException {
        var empty = changed(Reel.of(2, 2.4).shoot(), file -> {
            for (var table : List.of("stts", "ctts", "stss", "stsc", "stco")) {
                file.tables("vide").at(table).is(0, 0);
            }
            file.tables("vide").at("stsz").is(0, 0, 0);
        });

        var done = joinedBetween(empty);

        assertThat(done.decisions()).containsExactly("virtual", "virtual: picture held", "virtual");
        assertThat(Screening.of(done.file()).pictures()).hasSize(60 + 51);
        assertThat(Screening.of(done.file()).beeps()).hasSize(3 + 3 + 2);
    }

    @ParameterizedTest
    @CsvSource({"900, virtual", "100, 're-encoded: sound: frames overlap'"})
    void laysShortFramesOfSoundSideBySide(int ticks, String decision) throws IOException {
        var odd = changed(Reel.of(2, 2.36).shoot(), file -> {
            var stts = file.tables("soun").at("stts");
            int all = file.tables("soun").at("stsz").content().getInt(8);
            stts.is(0, 3, 30, 1024, 1, ticks, all - 31, 1024);
        });

        var done = joinedBetween(odd);

        assertThat(done.decisions()).containsExactly("virtual", decision, "virtual");
        done.playsInStep(decision.equals("virtual") ? HALF_A_SOUND_FRAME : ONE_PICTURE);
    }

    @Test
    void refusesAPictureHeldForLongerThanAFileCanSay() throws IOException {
        var held = changed(Reel.of(2, 2.4).bFrames(0).without(Reel.Track.SOUND).shoot(), file -> {
            file.track("vide").remove("edts");
            file.tables("vide").at("stts").is(0, 2, 59, 512, 1, 20 * HOUR * 12_800);
        });
        // Both clocks in one take 90,000 ticks a second, of which 32 bits hold 13 hours.
        var cut = new Cut(folder)
                .add(held)
                .add(Reel.of(3, 2.04)
                        .bFrames(0)
                        .with("-video_track_timescale", "90000")
                        .shoot());

        assertThatThrownBy(cut::join)
                .isInstanceOf(MediaException.CannotJoin.class)
                .hasMessageContaining("longer than a file can say");
    }

    @Test
    void keepsSilenceOfHoursOnceAndPlaysItAll() throws IOException {
        var held = changed(Reel.of(2, 2.4).bFrames(0).without(Reel.Track.SOUND).shoot(), file -> {
            file.track("vide").remove("edts");
            file.tables("vide").at("stts").is(0, 2, 59, 512, 1, 3 * HOUR * 12_800);
        });

        var cut = new Cut(folder)
                .add(Reel.of(1, 2.4).bFrames(0).shoot())
                .add(held)
                .add(Reel.of(3, 2.04).bFrames(0).shoot());
        var joined = Bench.JOINER.join(List.of(cut.view()), cut);

        var view = joined.views().getFirst();
        assertThat(view.decisions().get(1)).hasToString("virtual: silence");
        assertThat(joined.length().toSeconds()).isBetween(3L * HOUR, 3L * HOUR + 10);
        long frames = 3L * HOUR * 32_000 / 1024;
        // Each frame of silence has a row of four bytes in the tables; its own four bytes are kept for 200,000 at most.
        assertThat(view.own().limit()).isLessThan((int) (4 * frames + 900_000));
        var target = folder.resolve("joined.mp4");
        cut.write(view, target);
        // Reading the tables finds bytes that are not there.
        assertThat(Bench.PROBER.probe(target, Container.MP4).audio())
                .isNotNull()
                .satisfies(track -> assertThat(track.frames()).isBetween(frames + 205, frames + 225));
    }

    private static byte[] bytes(ByteBuffer content) {
        var bytes = new byte[content.limit()];
        content.get(0, bytes);
        return bytes;
    }
}
