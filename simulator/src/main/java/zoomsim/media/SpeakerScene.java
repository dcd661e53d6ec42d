package zoomsim.media;

import java.awt.Graphics2D;
import java.awt.Rectangle;

/** Whoever speaks, large. */
record SpeakerScene(Tiles tiles) implements Scene {
    private static final Rectangle PLACE = new Rectangle(36, 10, 568, 320);

    @Override
    public int width() {
        return 640;
    }

    @Override
    public int height() {
        return 360;
    }

    @Override
    public void paint(Graphics2D g, Moment moment) {
        tiles.draw(g, moment.speaker(), PLACE, moment);
    }
}
