package zoomsim.media;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.QuadCurve2D;

/** Draws head and shoulders, about 104 units wide and 100 high, with the middle of the lower edge at the origin. */
final class Figure {
    private static final Shape BODY = Outline.of("M-52 2C-52-26-30-33-11-36H11C30-33 52-26 52 2Z");
    private static final Shape NECK = Outline.of("M-11-46H11V-35C7-25-7-25-11-35Z");
    private static final Shape CHIN_SHADE = Outline.of("M-11-41C-4-36 4-36 11-41V-46H-11Z");
    private static final Shape COLLAR = Outline.of("M-12-36L0-16L12-36L18-34L5-4H-5L-18-34Z");
    private static final Shape FACE = Outline.of("M-18-64C-18-40-9-38 0-38S18-40 18-64C18-86-18-86-18-64Z");
    private static final Shape SWEPT = Outline.of(
            "M-22-54C-28-66-24-84-12-86C-4-94 10-92 16-85C27-80 26-64 22-54C21-66 14-74 4-75C-8-75-20-70-22-54Z");
    private static final Shape BOB_BEHIND = Outline.of("M-23-62C-26-92 26-92 23-62L27-26H-27Z");
    private static final Shape BOB = Outline.of("M-20-58C-22-90 22-90 20-58C18-70 10-76 2-77C-6-72-16-70-20-58Z");
    private static final Shape BUN = Outline.of("M-20-62C-20-90 20-90 20-62C14-76 4-78-2-78C-10-76-17-72-20-62Z");
    private static final Shape SHORT = Outline.of("M-20-62C-22-92 24-92 20-62C17-72 8-77-2-76C-10-75-16-72-20-62Z");
    private static final Shape CROWN = Outline.of("M-20-64C-20-88 20-88 20-64C16-74 9-78 0-78S-16-74-20-64Z");
    private static final Shape BEARD = Outline.of("M-17-56C-17-36-8-34 0-34S17-36 17-56C13-48 7-50 0-50S-13-48-17-56Z");
    private static final Shape SMILE = Outline.of("M-6-49Q0-44.5 6-49");
    private static final Color INK = new Color(0x1d1d1d);
    private static final Color FRAME = new Color(0x26302c);

    private Figure() {}

    /** @param mouth how far it is open, from 0 (a smile) to 3 */
    static void draw(Graphics2D g, Looks looks, int mouth, boolean eyesShut) {
        double nod = -0.4 * mouth; // a head is never still while it speaks
        var head = (Graphics2D) g.create();
        head.translate(0, nod);
        behind(head, looks);
        fill(g, looks.shirt(), BODY);
        fill(g, looks.skin(), NECK);
        fill(g, new Color(0, 0, 0, 36), CHIN_SHADE);
        if (looks.collar()) fill(g, new Color(255, 255, 255, 190), COLLAR);
        face(head, looks, mouth, eyesShut);
        head.dispose();
    }

    private static void face(Graphics2D g, Looks looks, int mouth, boolean eyesShut) {
        fill(g, looks.skin(), FACE);
        hair(g, looks);
        g.setStroke(new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        eye(g, -7, eyesShut);
        eye(g, 7, eyesShut);
        mouth(g, mouth);
        if (looks.glasses()) glasses(g);
    }

    private static void behind(Graphics2D g, Looks looks) {
        if (looks.style() == Looks.Hair.BOB) fill(g, looks.hair(), BOB_BEHIND);
        if (looks.style() == Looks.Hair.BUN) fill(g, looks.hair(), new Ellipse2D.Double(-10, -103, 20, 20));
    }

    private static void hair(Graphics2D g, Looks looks) {
        var shape = switch (looks.style()) {
            case SWEPT -> SWEPT;
            case BOB -> BOB;
            case BUN -> BUN;
            case SHORT -> SHORT;
            case BEARD -> CROWN;
        };
        fill(g, looks.hair(), shape);
        if (looks.style() == Looks.Hair.BEARD) fill(g, looks.hair(), BEARD);
    }

    private static void eye(Graphics2D g, double x, boolean shut) {
        g.setColor(INK);
        if (shut) g.draw(new QuadCurve2D.Double(x - 2.4, -60, x, -58.5, x + 2.4, -60));
        else g.fill(new Ellipse2D.Double(x - 1.9, -61.9, 3.8, 3.8));
    }

    private static void mouth(Graphics2D g, int open) {
        g.setColor(new Color(29, 29, 29, 190));
        if (open == 0) {
            g.draw(SMILE);
            return;
        }
        double height = 1.6 + 1.9 * open;
        double width = 8.6 - 0.5 * open;
        var lips = new Ellipse2D.Double(-width / 2, -47.6 - height / 2, width, height);
        fill(g, new Color(0x5a2320), lips);
        if (open > 1) fill(g, new Color(0xd98076), new Ellipse2D.Double(-2.4, lips.getMaxY() - 2, 4.8, 1.8));
    }

    private static void glasses(Graphics2D g) {
        g.setColor(FRAME);
        g.setStroke(new BasicStroke(1.5f));
        g.draw(new Ellipse2D.Double(-12.5, -65.5, 11, 11));
        g.draw(new Ellipse2D.Double(1.5, -65.5, 11, 11));
        g.draw(Outline.of("M-1.5-60H1.5"));
    }

    private static void fill(Graphics2D g, Color colour, Shape shape) {
        g.setColor(colour);
        g.fill(shape);
    }
}
