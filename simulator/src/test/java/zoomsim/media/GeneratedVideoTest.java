package zoomsim.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zoomsim.account.Content;
import zoomsim.account.GeneratedVideo;

class GeneratedVideoTest {
    private static final Duration LENGTH = Duration.ofMinutes(10);

    private static byte[] bytes(Content content, long offset, long length) throws IOException {
        var out = new ByteArrayOutputStream();
        content.writeTo(out, offset, length);
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(longs = {GeneratedVideo.SMALLEST, GeneratedVideo.SMALLEST + 1, 1_000_000, 3_141_592})
    void hasExactlyTheSizeAndTheSameBytesFromAnyPosition(long size) throws IOException {
        var video = new GeneratedVideo(5, size, LENGTH);
        var whole = bytes(video, 0, size);
        assertThat(whole).hasSize(Math.toIntExact(size));
        var random = new Random(1);
        for (int i = 0; i < 50; i++) {
            int from = random.nextInt(whole.length);
            int to = from + 1 + random.nextInt(whole.length - from);
            assertThat(bytes(video, from, to - from)).isEqualTo(Arrays.copyOfRange(whole, from, to));
        }
    }

    @Test
    void isVideoThatDecodesFromBeginningToEnd(@TempDir Path folder) throws IOException {
        var file = folder.resolve("generated.mp4");
        var video = new GeneratedVideo(7, 5_000_003, Duration.ofSeconds(40));
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            video.writeTo(out, 0, video.size());
        }

        var screening = new Screening(FfmpegPrograms.unpackedIn(Path.of("target", "tools")), folder);

        assertThat(screening.complaints(file)).isEmpty();
        assertThat(screening.pictures(file)).isEqualTo(53);
    }

    @Test
    void reachesBeyondFourGibibytesWithoutRoom() throws IOException {
        long size = 20_000_000_000L;
        var video = new GeneratedVideo(9, size, Duration.ofHours(3));

        var end = bytes(video, size - 1_000_000, 1_000_000);
        var before = bytes(video, size - 1_500_000, 1_000_000);

        assertThat(Arrays.copyOfRange(before, 500_000, 1_000_000)).isEqualTo(Arrays.copyOfRange(end, 0, 500_000));
    }
}
