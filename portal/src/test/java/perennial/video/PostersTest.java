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

class PostersTest {
    private final Posters posters = new Posters(Bench.FFMPEG);

    @TempDir
    Path folder;

    @Test
    void takesAPicture640Wide() throws IOException {
        var video = Reel.of(1, 3).shoot();
        var poster = folder.resolve("poster.jpg");

        posters.poster(video, Container.MP4, Posters.moment(Duration.ofSeconds(3)), poster);

        var picture = ImageIO.read(poster.toFile());
        assertThat(picture.getWidth()).isEqualTo(640);
        assertThat(picture.getHeight()).isEqualTo(384);
    }

    @Test
    void looksPastBlackPictures() throws IOException {
        var video = shot("color=c=black:s=320x180:r=5:d=4[a];color=c=blue:s=320x180:r=5:d=2[b];[a][b]concat");
        var poster = folder.resolve("poster.jpg");

        posters.poster(video, Container.MP4, Duration.ofSeconds(1), poster);

        int colour = ImageIO.read(poster.toFile()).getRGB(320, 180) & 0xFF;
        assertThat(colour).as("blue").isGreaterThan(150);
    }

    @Test
    void takesABlackPictureWhenThereAreNoOthers() throws IOException {
        var video = shot("color=c=black:s=320x180:r=5:d=3");
        var poster = folder.resolve("poster.jpg");

        posters.poster(video, Container.MP4, Duration.ofSeconds(1), poster);

        assertThat(ImageIO.read(poster.toFile()).getWidth()).isEqualTo(640);
    }

    @Test
    void leavesNothingBehindWhenThereIsNoPicture() throws IOException {
        var sound = Reel.of(1, 2).without(Reel.Track.PICTURES).shoot();

        assertThatThrownBy(() -> posters.poster(sound, Container.M4A, Duration.ZERO, folder.resolve("poster.jpg")))
                .isInstanceOf(MediaException.Failed.class);

        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void startsNoProgramForWhatIsNoMedia() throws IOException {
        var text = Files.writeString(folder.resolve("video.mp4"), "no video at all");

        assertThatThrownBy(() -> posters.poster(text, Container.MP4, Duration.ZERO, folder.resolve("poster.jpg")))
                .isInstanceOf(MediaException.NotMedia.class);
    }

    private Path shot(String scene) {
        Bench.ffmpeg(
                folder,
                List.of(),
                List.of("-f", "lavfi", "-i", scene, "-c:v", "libx264", "-pix_fmt", "yuv420p", "scene.mp4"));
        return folder.resolve("scene.mp4");
    }
}
