package perennial.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lesson 33 of the advisories: pictures that are programs, bombs, or something else as well. */
class LogosTest {
    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void paintsAPictureAnewSmallEnoughForEveryPage(String format) throws Exception {
        var logo = ImageIO.read(new ByteArrayInputStream(Logos.png(picture(format, 1200, 300))));

        assertThat(logo.getWidth()).isEqualTo(384);
        assertThat(logo.getHeight()).isEqualTo(96);
    }

    @Test
    void keepsNothingThatFollowsThePicture() throws Exception {
        var picture = picture("png", 64, 64);
        var tail = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        var both = Arrays.copyOf(picture, picture.length + tail.length);
        System.arraycopy(tail, 0, both, picture.length, tail.length);

        assertThat(new String(Logos.png(both), StandardCharsets.ISO_8859_1)).doesNotContain("<script>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
                "<html><body>hello</body></html>",
                "GIF89a and so on",
                "",
            })
    void refusesWhatIsNoPngAndNoJpeg(String text) {
        assertThatThrownBy(() -> Logos.png(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Logos.Unusable.class);
    }

    @Test
    void refusesTenThousandTimesTenThousandPixelsBeforeItDecodesThem() throws Exception {
        assertThatThrownBy(() -> Logos.png(withSize(picture("png", 64, 64), 10_000, 10_000)))
                .hasMessageContaining("2,000 × 2,000");
    }

    @Test
    void refusesADamagedPicture() throws Exception {
        var picture = picture("png", 64, 64);

        assertThatThrownBy(() -> Logos.png(Arrays.copyOf(picture, 60))).hasMessageContaining("damaged");
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    /** Changes the size that a PNG's first chunk tells, with the checksum that fits. */
    private static byte[] withSize(byte[] png, int width, int height) {
        var bytes = ByteBuffer.wrap(png.clone());
        bytes.putInt(16, width).putInt(20, height);
        var crc = new CRC32();
        crc.update(bytes.array(), 12, 17);
        bytes.putInt(29, (int) crc.getValue());
        return bytes.array();
    }
}
