package zoomsim.media;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A shared slide, beside it nobody, the speaker, or several people. */
record ScreenScene(Slides slides, Tiles tiles, int people, Beside beside) implements Scene {
    enum Beside {
        NOBODY,
        SPEAKER,
        GALLERY
    }

    private static final Rectangle ALONE = new Rectangle(90, 24, 1100, 619);
    private static final Rectangle LEFT = new Rectangle(24, 72, 944, 531);
    private static final int TILE_WIDTH = 272;
    private static final int TILE_HEIGHT = 204;
    private static final int MOST_TILES = 3;

    @Override
    public int width() {
        return 1280;
    }

    @Override
    public int height() {
        return 720;
    }

    @Override
    public void paint(Graphics2D g, Moment moment) {
        slides.draw(g, moment.line(), beside == Beside.NOBODY ? ALONE : LEFT);
        var shown = shown(moment.speaker());
        for (int i = 0; i < shown.size(); i++) {
            var place = new Rectangle(984, 24 + i * (TILE_HEIGHT + 12), TILE_WIDTH, TILE_HEIGHT);
            tiles.draw(g, shown.get(i), place, moment);
        }
    }

    private List<Integer> shown(int speaker) {
        return switch (beside) {
            case NOBODY -> List.of();
            case SPEAKER -> List.of(speaker);
            case GALLERY -> {
                // The speaker takes the last place if the first ones are taken by others.
                var first = IntStream.range(0, people).limit(MOST_TILES).boxed().toList();
                yield first.contains(speaker)
                        ? first
                        : Stream.concat(first.stream().limit(MOST_TILES - 1), Stream.of(speaker))
                                .toList();
            }
        };
    }
}
