package perennial.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Hostile tables are refused with a reason before any native program sees the file. */
class FirstLookTest {
    private static final int MANY = 0x7FFF_FFFF;

    @TempDir
    Path folder;

    static Stream<Arguments> hostile() {
        return Stream.of(
                named("nested too deeply", moov -> {
                    byte[] nested = new byte[0];
                    for (int i = 0; i < 5000; i++) nested = Surgery.box("udta", nested);
                    moov.at("moov").add("udta", nested);
                }),
                named("too many boxes", moov -> {
                    for (int i = 0; i < 20; i++) {
                        var parts = ByteBuffer.allocate(9000 * 8);
                        while (parts.hasRemaining()) parts.put(Surgery.box("free", new byte[0]));
                        moov.at("moov").add("udta", parts.array());
                    }
                }),
                named("larger than the box", moov -> moov.at("moov").add("udta", Surgery.numbers(MANY, 0x66726565))),
                named("packed", moov -> moov.at("moov").add("cmov", new byte[8])),
                named("stts is there twice", moov -> moov.tables("soun").add("stts", Surgery.numbers(0, 1, MANY, 1))),
                named(
                        "stts stands where it does not belong",
                        moov -> moov.at("moov").add("udta", Surgery.box("stts", Surgery.numbers(0, 0)))),
                named(
                        "claims 2147483647 entries",
                        moov -> moov.tables("soun").at("stts").is(0, MANY, 1, 1024)),
                named(
                        "stts has too many samples",
                        moov -> moov.tables("soun").at("stts").is(0, 1, MANY, 1024)),
                named(
                        "claims 2147483647 entries",
                        moov -> moov.tables("vide").add("sbgp", Surgery.numbers(0, 0x726F6C6C, MANY))),
                named(
                        "larger than the file",
                        moov -> moov.tables("soun").at("stsz").is(0, 1000, MANY)),
                named("too many samples", moov -> {
                    for (int i = 0; i < 30; i++) moov.at("moov").add("trak", hintTrack());
                }),
                named("beyond its end", moov -> {
                    moov.tables("soun").remove("stco");
                    moov.tables("soun").add("co64", Surgery.numbers(0, 1, MANY, -1));
                    moov.tables("soun").at("stsc").is(0, 1, 1, samples(moov), 1);
                }),
                named("absurd time", moov -> {
                    var list =
                            ByteBuffer.allocate(8 + 20 * 40).putInt(0x0100_0000).putInt(40);
                    while (list.hasRemaining())
                        list.putLong(Long.MAX_VALUE >> 8).putLong(-1).putInt(0x10000);
                    moov.track("soun").remove("edts");
                    moov.track("soun").add("edts", Surgery.box("elst", list.array()));
                }),
                named("absurd time", moov -> {
                    moov.track("soun").remove("edts");
                    moov.track("soun")
                            .add("edts", Surgery.box("elst", Surgery.numbers(0x0100_0000, 1, MANY, -1, 0, 0, 0x10000)));
                }));
    }

    private static int samples(Surgery file) {
        return file.tables("soun").at("stsz").content().getInt(8);
    }

    /** A track of a kind that nothing here reads, with a million samples in a few bytes. */
    private static byte[] hintTrack() {
        return join(Surgery.box(
                "mdia",
                join(
                        Surgery.box("hdlr", Surgery.numbers(0, 0, 0x68696E74, 0, 0, 0)),
                        Surgery.box(
                                "minf",
                                Surgery.box(
                                        "stbl",
                                        join(
                                                Surgery.box("stsd", Surgery.numbers(0, 0)),
                                                Surgery.box("stts", Surgery.numbers(0, 1, 1_000_000, 1)),
                                                Surgery.box("stsc", Surgery.numbers(0, 1, 1, 1_000_000, 1)),
                                                Surgery.box("stsz", Surgery.numbers(0, 1, 1_000_000)),
                                                Surgery.box("stco", Surgery.numbers(0, 1, 0))))))));
    }

    private static byte[] join(byte[]... parts) {
        int size = 0;
        for (var part : parts) size += part.length;
        var all = ByteBuffer.allocate(size);
        for (var part : parts) all.put(part);
        return all.array();
    }

    private static Arguments named(String reason, Consumer<Surgery> harm) {
        return Arguments.of(reason, harm);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void hostile(String reason, Consumer<Surgery> harm) throws IOException {
        var surgery = Surgery.of(Reel.of(1, 2.4).shoot());
        harm.accept(surgery);
        var file = surgery.write(folder.resolve("hostile.mp4"));
        // Room for the samples that a constant size promises.
        try (var out = new RandomAccessFile(file.toFile(), "rw")) {
            long size = out.length();
            out.setLength(size + 40_000_000);
            out.seek(size);
            out.write(Surgery.numbers(40_000_000, 0x66726565));
        }
        var tools = folder.resolve("tools");
        var prober = new Prober(new FFmpeg(tools, Bench.PROPERTIES));

        assertThatThrownBy(() -> prober.probe(file, Container.MP4))
                .isInstanceOf(MediaException.NotMedia.class)
                .hasMessageContaining(reason)
                .hasMessageEndingWith(".");
        assertThatThrownBy(() -> prober.verify(file, Container.MP4)).isInstanceOf(MediaException.NotMedia.class);

        assertThat(tools).as("where FFmpeg would have been unpacked").doesNotExist();
    }

    @Test
    void refusesAFragmentThatClaimsSamplesForNothing() throws IOException {
        var bytes = Files.readAllBytes(TestClips.fragmented(2, 1));
        var run = Surgery.box("trun", Surgery.numbers(0, MANY));
        var header = Surgery.box("tfhd", Surgery.numbers(0, 77));
        var fragment = Surgery.box("moof", Surgery.box("traf", join(header, run)));

        var file = Files.write(folder.resolve("claims.mp4"), join(bytes, fragment));

        assertThatThrownBy(() -> Bench.PROBER.probe(file, Container.MP4))
                .isInstanceOf(MediaException.NotMedia.class)
                .hasMessageContaining("too many samples");
    }

    @Test
    void refusesATableAtTheTopOfTheFile() throws IOException {
        var bytes = Files.readAllBytes(TestClips.video(2, 1));

        var file = Files.write(
                folder.resolve("loose.mp4"),
                join(bytes, Surgery.box("stbl", Surgery.box("stts", Surgery.numbers(0, 0)))));

        assertThatThrownBy(() -> Bench.PROBER.probe(file, Container.MP4))
                .isInstanceOf(MediaException.NotMedia.class)
                .hasMessageContaining("does not belong");
    }

    @Test
    void acceptsSoundAloneAndTracksThatItDoesNotRead() throws IOException {
        assertThat(Bench.PROBER.probe(TestClips.sound(2, 1), Container.M4A).audio())
                .isNotNull();
        var text = Files.writeString(folder.resolve("words.srt"), "1\n00:00:00,500 --> 00:00:01,500\nWords\n");
        Bench.ffmpeg(
                folder,
                java.util.List.of(TestClips.video(2, 1), text),
                java.util.List.of(
                        "-i",
                        "file:" + TestClips.video(2, 1),
                        "-i",
                        "file:" + text,
                        "-c",
                        "copy",
                        "-c:s",
                        "mov_text",
                        "-metadata",
                        "title=Words",
                        "-f",
                        "mp4",
                        "words.mp4"));

        assertThat(Bench.PROBER
                        .probe(folder.resolve("words.mp4"), Container.MP4)
                        .video())
                .isNotNull();
    }
}
