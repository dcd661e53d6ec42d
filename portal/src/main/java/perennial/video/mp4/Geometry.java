package perennial.video.mp4;

import java.util.List;

/**
 * How a picture lies on the screen.
 *
 * @param matrix turns and mirrors: nine numbers as in {@code tkhd}
 * @param width as 16.16 fixed point, as all of {@code tkhd}
 * @param height as 16.16 fixed point
 */
record Geometry(List<Integer> matrix, int width, int height) {
    static final Geometry NONE = new Geometry(List.of(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000), 0, 0);

    Geometry {
        matrix = List.copyOf(matrix);
    }
}
