package perennial.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContactSheetsTest {
    private final ContactSheets sheets = new ContactSheets(Bench.FFMPEG);

    @TempDir
    Path folder;

    @Test
    void laysPicturesOutInRowsInTheOrderOfTheVideo() throws IOException {
        Bench.ffmpeg(
                folder,
                List.of(),
                List.of(
                        "-f",
                        "lavfi",
                        "-i",
                        "color=c=red:s=320x180:r=5:d=12[a];color=c=blue:s=320x180:r=5:d=12[b];[a][b]concat",
                        "-c:v",
                        "libx264",
                        "-g",
                        "10",
                        "-pix_fmt",
                        "yuv420p",
                        "scene.mp4"));
        var sheet = folder.resolve("sheet.jpg");

        sheets.sheet(folder.resolve("scene.mp4"), Container.MP4, Duration.ofSeconds(2), 12, sheet);

        var picture = ImageIO.read(sheet.toFile());
        assertThat(picture.getWidth()).isEqualTo(10 * ContactSheets.WIDTH);
        assertThat(picture.getHeight()).isEqualTo(2 * ContactSheets.HEIGHT);
        assertThat(picture.getRGB(80, 45) >> 16 & 0xFF)
                .as("red at the beginning")
                .isGreaterThan(150);
        assertThat(picture.getRGB(9 * 160 + 80, 45) & 0xFF).as("blue at 18 s").isGreaterThan(150);
        assertThat(picture.getRGB(160 + 80, 90 + 45) & 0xFF).as("blue at 22 s").isGreaterThan(150);
    }

    @Test
    void showsNoProgramWhatIsNoVideo() throws IOException {
        var page = Files.writeString(folder.resolve("page.mp4"), "<html>Sign in</html>");

        assertThatThrownBy(
                        () -> sheets.sheet(page, Container.MP4, Duration.ofSeconds(1), 2, folder.resolve("sheet.jpg")))
                .isInstanceOf(MediaException.NotMedia.class)
                .hasMessageContaining("a web page");
    }

    @Test
    void leavesNothingBehindWhereThereAreNoPictures() throws IOException {
        var sound = Reel.of(1, 2).without(Reel.Track.PICTURES).shoot();

        assertThatThrownBy(
                        () -> sheets.sheet(sound, Container.M4A, Duration.ofSeconds(1), 2, folder.resolve("sheet.jpg")))
                .isInstanceOf(MediaException.Failed.class);

        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }
}
