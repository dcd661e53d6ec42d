package perennial.settings;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;

/**
 * Makes a logo out of an uploaded file: PNG or JPEG by its first bytes, whatever it is called; size and number of pixels
 * are looked at before it is decoded; what is kept is painted anew, so nothing else that was in the file is.
 */
final class Logos {
    static final int MOST_BYTES = 1_000_000;
    private static final long MOST_PIXELS = 4_000_000;
    private static final int HEIGHT = 96;
    private static final int WIDTH = 480;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    private Logos() {}

    /** Thrown for a file that makes no logo, with a sentence that says what works. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(String sentence) {
            super(sentence);
        }
    }

    /** The logo as a PNG of at most 480 × 96 pixels. */
    static byte[] png(byte[] file) throws Unusable {
        if (file.length == 0) throw new Unusable("Choose a file.");
        if (file.length > MOST_BYTES) throw new Unusable("Use a file of at most 1 MB.");
        var format = format(file);
        if (format == null) throw new Unusable("Use a PNG or JPEG picture.");
        var picture = decode(file, format);
        if (picture == null) throw new Unusable("This file is damaged. Use another PNG or JPEG picture.");
        return painted(picture);
    }

    private static @Nullable String format(byte[] file) {
        if (starts(file, PNG)) return "png";
        return starts(file, JPEG) ? "jpeg" : null;
    }

    private static boolean starts(byte[] file, byte[] beginning) {
        return file.length > beginning.length && Arrays.equals(Arrays.copyOf(file, beginning.length), beginning);
    }

    /** Null when the file cannot be decoded. */
    private static @Nullable BufferedImage decode(byte[] file, String format) throws Unusable {
        var reader = ImageIO.getImageReadersByFormatName(format).next();
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            check(reader);
            return reader.read(0);
        } catch (IOException | RuntimeException e) {
            return null; // readers throw whatever a damaged file makes them throw
        } finally {
            reader.dispose();
        }
    }

    private static void check(ImageReader reader) throws IOException, Unusable {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > MOST_PIXELS) throw new Unusable("Use a picture of at most 2,000 × 2,000 pixels.");
        if (width < 16 || height < 16) throw new Unusable("Use a picture of at least 16 × 16 pixels.");
    }

    private static byte[] painted(BufferedImage picture) {
        double scale =
                Math.min(1, Math.min((double) HEIGHT / picture.getHeight(), (double) WIDTH / picture.getWidth()));
        int width = (int) Math.max(1, Math.round(picture.getWidth() * scale));
        int height = (int) Math.max(1, Math.round(picture.getHeight() * scale));
        var logo = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D brush = logo.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        brush.drawImage(picture, 0, 0, width, height, null);
        brush.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(logo, "png", out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }
}
