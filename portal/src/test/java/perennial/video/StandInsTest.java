package perennial.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FFmpeg on a server without screens and sound cards. */
class StandInsTest {
    @TempDir
    Path tools;

    @Test
    void ffmpegRunsWhereTheSystemHasNoneOfTheDeviceLibraries() throws Exception {
        var programs = FFmpegTools.unpack(tools).folder();
        Assumptions.assumeTrue(Files.exists(programs.resolve("libdrm.so.2")), "not needed on this system");
        for (var link : List.of("libxcb.so.1", "libxcb-shm.so.0", "libasound.so.2", "libpulse.so.0")) {
            Files.deleteIfExists(programs.resolve(link));
        }

        StandIns.complete(programs, List.of());

        var builder = new ProcessBuilder(programs.resolve("ffmpeg").toString(), "-v", "error", "-h")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("LD_LIBRARY_PATH", programs.toString());
        var process = builder.start();
        var said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(Files.isSymbolicLink(programs.resolve("libpulse.so.0"))).isTrue();
        assertThat(StandIns.withoutRemarks(said)).isEmpty();
    }

    @Test
    void aSystemThatHasThemKeepsItsOwn() throws Exception {
        var programs = Files.createDirectory(tools.resolve("programs"));
        Files.createFile(programs.resolve("libdrm.so.2"));
        var system = Files.createDirectory(tools.resolve("lib"));
        Files.createFile(system.resolve("libpulse.so.0"));

        StandIns.complete(programs, List.of(system));

        assertThat(programs.resolve("libpulse.so.0")).doesNotExist();
        assertThat(programs.resolve("libasound.so.2")).isSymbolicLink();
    }
}
