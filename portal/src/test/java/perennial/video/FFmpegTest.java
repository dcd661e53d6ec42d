package perennial.video;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class FFmpegTest {
    @TempDir
    Path folder;

    @Test
    void unpacksOnceWhenTwoProcessesStartTogether() throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<FFmpegTools> unpack = () -> FFmpegTools.unpack(folder);
            var both = threads.invokeAll(List.of(unpack, unpack));

            assertThat(both.get(0).get().folder()).isEqualTo(both.get(1).get().folder());
        }
        try (var left = Files.list(folder)) {
            assertThat(left).singleElement().asString().contains("ffmpeg-8");
        }
    }

    @Test
    void unpacksAgainWhatWasLeftHalfWritten() throws IOException {
        var program = FFmpegTools.unpack(folder).program("ffprobe");
        long size = Files.size(program);
        Files.write(program, new byte[10]);

        FFmpegTools.unpack(folder);

        assertThat(Files.size(program)).isEqualTo(size);
    }

    @Test
    void stopsARunThatTakesTooLong() {
        assertThatThrownBy(() -> Bench.FFMPEG.run(endless(Duration.ofMillis(700))))
                .isInstanceOf(MediaException.TooLong.class)
                .hasMessageContaining("longer than");
        await().until(() -> running() == 0);
    }

    @Test
    void killsTheRunOfAnInterruptedThread() throws Exception {
        var outcome = new CompletableFuture<Throwable>();
        var thread = Thread.ofVirtual().start(() -> {
            try {
                Bench.FFMPEG.run(endless(Duration.ofMinutes(1)));
            } catch (CancellationException e) {
                outcome.complete(e);
            }
        });
        await().until(() -> running() == 1);

        thread.interrupt();

        assertThat(outcome.get(10, SECONDS)).hasMessageContaining("was stopped");
        await().until(() -> running() == 0);
    }

    @Test
    void tellsWhatFFmpegComplainedAbout() {
        assertThatThrownBy(() -> Bench.ffmpeg(folder, List.of(), List.of("-f", "mov", "-i", "absent.mp4", "out.mp4")))
                .isInstanceOf(MediaException.Failed.class)
                .hasMessageContaining("A test's work did not succeed")
                .hasMessageContaining("absent.mp4");
    }

    @Test
    void opensNoNetwork() {
        assertThatThrownBy(() -> Bench.ffmpeg(
                        folder,
                        List.of(),
                        List.of(
                                "-protocol_whitelist",
                                "file",
                                "-f",
                                "mov",
                                "-i",
                                "http://127.0.0.1:9/a.mp4",
                                "out.mp4")))
                .isInstanceOf(MediaException.Failed.class)
                .hasMessageContaining("whitelist");
    }

    @Test
    void limitsMemory() {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/prlimit")), "no prlimit here");
        var tight = new VideoProperties(Duration.ofMinutes(1), DataSize.ofMegabytes(400), 1, false);
        var ffmpeg = new FFmpeg(Path.of("target", "tools"), tight);
        var large = List.of("-f", "lavfi", "-i", "color=s=12000x12000:d=0.1", "-f", "null", "-");

        assertThat(ffmpeg.sandbox()).contains("memory limit 400 MB");
        assertThatThrownBy(() -> ffmpeg.run(new FFmpegRun(
                        FFmpegRun.FFMPEG, "A large picture", List.of(), null, Duration.ofMinutes(1), large)))
                .isInstanceOf(MediaException.Failed.class);
        Bench.ffmpeg(folder, List.of(), large);
        ffmpeg.destroy();
    }

    /** A portal killed with -9 cannot clean up; the kernel does. */
    @Test
    void diesWithThePortal() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "no setpriv here");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var portal = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), Endless.class.getName())
                .redirectErrorStream(true)
                .start();
        try (var lines = new BufferedReader(new InputStreamReader(portal.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("starting");
            await().until(() -> portal.descendants().anyMatch(FFmpegTest::isFFmpeg));
            var child = portal.descendants()
                    .filter(FFmpegTest::isFFmpeg)
                    .findFirst()
                    .orElseThrow();

            portal.destroyForcibly();

            await().until(() -> !child.isAlive());
        }
    }

    /** Stands for a portal at work, in a process of its own. */
    static final class Endless {
        public static void main(String[] args) {
            System.out.println("starting");
            Bench.FFMPEG.run(endless(Duration.ofMinutes(1)));
        }
    }

    private static FFmpegRun endless(Duration limit) {
        return new FFmpegRun(
                FFmpegRun.FFMPEG,
                "Waiting",
                List.of(),
                null,
                limit,
                List.of("-re", "-f", "lavfi", "-i", "color=s=32x32", "-f", "null", "-"));
    }

    private static long running() {
        return ProcessHandle.current()
                .descendants()
                .filter(FFmpegTest::isFFmpeg)
                .count();
    }

    private static boolean isFFmpeg(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("/ffmpeg");
    }
}
