package zoomsim.media;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** Draws what stands behind a person: a plant, a window, a shelf, a lamp, or a plain wall. */
final class Rooms {
    private static final Color GREEN = new Color(0x4c, 0x7d, 0x62, 190);
    private static final int[] BOOKS = {0xc98a3a, 0x34506e, 0x48525a, 0x7c3f3a, 0x2f5d50, 0xd8cdb8, 0x8a6f9a};

    private Rooms() {}

    static void draw(Graphics2D g, Looks looks, int width, int height) {
        g.setPaint(new GradientPaint(
                0, 0, looks.wall().getFirst(), 0, height, looks.wall().getLast()));
        g.fillRect(0, 0, width, height);
        switch (looks.room()) {
            case 0 -> plant(g, width * 0.16, height * 0.86, height * 0.42);
            case 1 -> window(g, looks, width, height);
            case 2 -> shelf(g, width, height);
            case 3 -> lamp(g, width, height);
            default -> {
                window(g, looks, width, height);
                plant(g, width * 0.87, height * 0.86, height * 0.34);
            }
        }
    }

    private static void plant(Graphics2D g, double x, double y, double size) {
        g.setColor(GREEN);
        var at = AffineTransform.getTranslateInstance(x, y);
        at.scale(size / 32, size / 32);
        g.fill(at.createTransformedShape(Outline.of("M0 0C-11-8-11-24-3-32C3-22 3-10 0 0Z")));
        g.fill(at.createTransformedShape(Outline.of("M0 0C2-13 9-19 14-21C13-10 7-3 0 0Z")));
        g.fill(at.createTransformedShape(Outline.of("M0 0C-8-3-15-5-18-13C-10-13-3-8 0 0Z")));
    }

    private static void window(Graphics2D g, Looks looks, int width, int height) {
        double left = width * 0.06;
        double top = height * 0.08;
        double wide = width * 0.24;
        double high = height * 0.5;
        g.setColor(new Color(255, 255, 255, 105));
        g.fill(new RoundRectangle2D.Double(left, top, wide, high, height * 0.03, height * 0.03));
        g.setColor(looks.wall().getLast());
        g.fill(new Rectangle2D.Double(left + wide * 0.48, top, wide * 0.05, high));
        g.fill(new Rectangle2D.Double(left, top + high * 0.48, wide, wide * 0.05));
    }

    private static void shelf(Graphics2D g, int width, int height) {
        double unit = height * 0.024;
        for (int row = 0; row < 2; row++) {
            double board = height * (0.28 + 0.26 * row);
            double x = width * 0.71;
            for (int book = 0; book < 8; book++) {
                double high = height * (0.11 + 0.021 * ((book * 5 + row * 3) % 4));
                g.setColor(translucent(BOOKS[(book * 3 + row * 2) % BOOKS.length]));
                double wide = unit * (0.9 + 0.35 * ((book + row) % 3));
                g.fill(new Rectangle2D.Double(x, board - high, wide, high));
                x += wide + unit * 0.25;
            }
            g.setColor(new Color(0, 0, 0, 60));
            g.fill(new Rectangle2D.Double(width * 0.69, board, width * 0.26, unit * 0.6));
        }
    }

    private static void lamp(Graphics2D g, int width, int height) {
        double size = height * 0.15;
        double x = width * 0.85;
        double y = height * 0.22;
        g.setPaint(
                new RadialGradientPaint((float) x, (float) y, (float) (size * 1.7), new float[] {0.2f, 1}, new Color[] {
                    new Color(255, 240, 210, 110), new Color(255, 240, 210, 0)
                }));
        g.fill(new Ellipse2D.Double(x - size * 1.7, y - size * 1.7, size * 3.4, size * 3.4));
        g.setColor(new Color(255, 246, 226, 200));
        g.fill(new Ellipse2D.Double(x - size / 2, y - size / 2, size, size));
    }

    private static Color translucent(int rgb) {
        return new Color(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, 200);
    }
}
