package zoomsim.media;

import java.awt.Color;
import java.awt.Graphics2D;

/** What a view of the meeting shows. Keeps the lower {@code height / Studio.MARK_SIDE_PER_HEIGHT} rows dark. */
interface Scene {
    Color GROUND = new Color(0x111816);

    int width();

    int height();

    /** Paints everything but counter and marks on a dark ground. Two equal moments give equal pictures. */
    void paint(Graphics2D g, Moment moment);
}
