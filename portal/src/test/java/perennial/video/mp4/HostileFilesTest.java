package perennial.video.mp4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import perennial.video.TestClips;

/** Files that are cut off, wrong, or made to harm: each gets a reason or a sound plan, in little memory and without a hang. */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class HostileFilesTest {
    private static final int MUTATIONS = Boolean.getBoolean("perennial.full") ? 100_000 : 10_000;
    /** For reading and joining; far less than a hostile file could ask for. */
    private static final String MEMORY = "-Xmx256m";

    @ParameterizedTest
    @ValueSource(strings = {"progressive", "fragmented", "sound"})
    void survivesCutsClaimsAndMutationsInLittleMemory(String form) throws Exception {
        long seed = Long.getLong("perennial.seed", new Random().nextLong());
        System.out.printf("mutations of a %s file: seed %d%n", form, seed);

        var process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        MEMORY,
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Trial.class.getName(),
                        file(form).toString(),
                        String.valueOf(MUTATIONS),
                        String.valueOf(seed)))
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .start();
        try (var said = process.getInputStream()) {
            var words = new String(said.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as("seed %d: %s", seed, words).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void tellsThatAFileIsCutOff() throws IOException {
        var whole = Files.readAllBytes(TestClips.video(2, 1));

        assertThatThrownBy(() -> Mp4Reader.read(ByteSource.of(Arrays.copyOf(whole, whole.length / 2))))
                .isInstanceOf(DamagedMp4.class)
                .hasMessageContaining("cut off");
    }

    private static Path file(String form) {
        return switch (form) {
            case "fragmented" -> TestClips.fragmented(2, 1);
            case "sound" -> TestClips.sound(2, 1);
            default -> TestClips.video(2, 1);
        };
    }
}
