package zoomsim.media;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Random;

/** Draws the kind of chart that business slides have. The numbers are invented, the same for the same seed. */
final class Charts {
    /** Size of a chart, in units of the caller's coordinates. */
    static final int WIDTH = 290;

    static final int HEIGHT = 270;

    private static final Color FERN = new Color(0x1d6b50);
    private static final Color BLOOM = new Color(0xd9793c);
    private static final Color SKY = new Color(0x1f5f93);
    private static final Color QUIET = new Color(0x9aa69f);
    private static final Color HAIRLINE = new Color(0xdde2dc);

    private Charts() {}

    /** Draws with the upper left corner at the origin. */
    static void draw(Graphics2D g, int seed) {
        var numbers = new Random(seed);
        switch (Math.floorMod(seed, 3)) {
            case 0 -> columns(g, numbers);
            case 1 -> line(g, numbers);
            default -> ring(g, numbers);
        }
    }

    private static void columns(Graphics2D g, Random numbers) {
        grid(g);
        int count = 6;
        double step = (double) WIDTH / count;
        for (int i = 0; i < count; i++) {
            double high = HEIGHT * (0.25 + 0.1 * i + 0.14 * numbers.nextDouble());
            g.setColor(i == count - 1 ? BLOOM : faded(FERN, 90 + 30 * i));
            g.fill(new RoundRectangle2D.Double(i * step + 6, HEIGHT - high, step - 14, high + 6, 8, 8));
        }
        floor(g);
    }

    private static void line(Graphics2D g, Random numbers) {
        grid(g);
        var actual = new Path2D.Double();
        double step = WIDTH / 3.0;
        double y = HEIGHT * 0.84;
        actual.moveTo(4, y);
        for (int i = 0; i < 3; i++) {
            double next = y - HEIGHT * (0.1 + 0.2 * numbers.nextDouble());
            actual.curveTo(4 + i * step + step / 2, y, 4 + i * step + step / 2, next, (i + 1) * step - 4, next);
            y = next;
        }
        g.setColor(QUIET);
        g.setStroke(new BasicStroke(3, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {9, 8}, 0));
        g.draw(new Line2D.Double(4, HEIGHT * 0.86, WIDTH - 4, HEIGHT * 0.42));
        g.setColor(numbers.nextBoolean() ? SKY : FERN);
        g.setStroke(new BasicStroke(6, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(actual);
        floor(g);
    }

    private static void ring(Graphics2D g, Random numbers) {
        double share = 160 + 90 * numbers.nextDouble();
        double rest = (360 - share) * (0.45 + 0.2 * numbers.nextDouble());
        g.setStroke(new BasicStroke(44, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        arc(g, FERN, 90, -share);
        arc(g, BLOOM, 90 - share, -rest);
        arc(g, HAIRLINE, 90 - share - rest, -(360 - share - rest));
    }

    private static void arc(Graphics2D g, Color colour, double from, double degrees) {
        g.setColor(colour);
        double gap = 3;
        g.draw(new Arc2D.Double(42, 32, 206, 206, from - gap / 2, degrees + gap, Arc2D.OPEN));
    }

    private static void grid(Graphics2D g) {
        g.setColor(HAIRLINE);
        for (int row = 1; row < 5; row++) g.fill(new Rectangle2D.Double(0, HEIGHT * row / 5.0, WIDTH, 1.5));
    }

    private static void floor(Graphics2D g) {
        g.setColor(new Color(0xfbfaf6)); // hides the columns' lower corners
        g.fill(new Rectangle2D.Double(0, HEIGHT, WIDTH, 8));
        g.setColor(QUIET);
        g.fill(new Rectangle2D.Double(0, HEIGHT, WIDTH, 2));
    }

    private static Color faded(Color colour, int alpha) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), Math.min(255, alpha));
    }
}
