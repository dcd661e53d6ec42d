package zoomsim.media;

import java.awt.Graphics2D;
import java.awt.Rectangle;

/** Everybody at once, in as square a grid as there is. */
record GalleryScene(Tiles tiles, int people) implements Scene {
    private static final int GAP = 8;
    private static final int TOP = 10;
    private static final int USABLE_HEIGHT = 320;
    private static final int MOST = 25;

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
        int shown = Math.min(people, MOST);
        int columns = (int) Math.ceil(Math.sqrt(shown));
        int rows = Math.ceilDiv(shown, columns);
        int high =
                Math.min((USABLE_HEIGHT - GAP * (rows - 1)) / rows, (width() - GAP * (columns + 1)) / columns * 9 / 16);
        int wide = high * 16 / 9;
        int top = TOP + (USABLE_HEIGHT - rows * high - (rows - 1) * GAP) / 2;
        for (int person = 0; person < shown; person++) {
            int row = person / columns;
            int inRow = Math.min(columns, shown - row * columns);
            int left = (width() - inRow * wide - (inRow - 1) * GAP) / 2;
            int x = left + (person % columns) * (wide + GAP);
            tiles.draw(g, person, new Rectangle(x, top + row * (high + GAP), wide, high), moment);
        }
    }
}
