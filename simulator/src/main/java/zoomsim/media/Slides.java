package zoomsim.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import zoomsim.script.Line;

/** The slides somebody shares: the topic, then what is being said as bullets, four to a page. */
final class Slides {
    private static final int BULLETS = 4;
    private static final double WIDTH = 944;
    private static final double ROW = 31;
    private static final Color MARKED = new Color(0xf7e9de);
    private static final Color PAPER = new Color(0xfbfaf6);
    private static final Color INK = new Color(0x17201b);
    private static final Color QUIET = new Color(0x65726a);
    private static final Color FERN = new Color(0x1d6b50);
    private static final Color BLOOM = new Color(0xb9521a);
    private static final Color HAIRLINE = new Color(0xdde2dc);

    private final Lettering lettering;
    private final String topic;
    private final List<Line> lines;
    private final Map<Drawn, BufferedImage> drawn = new HashMap<>();

    private record Drawn(int line, int width, int height) {}

    Slides(Lettering lettering, String topic, List<Line> lines) {
        this.lettering = lettering;
        this.topic = lettering.printable(topic);
        this.lines = lines;
    }

    /** Draws the page on which {@code line} stands, with that line marked. */
    void draw(Graphics2D g, int line, Rectangle place) {
        var image = drawn.computeIfAbsent(new Drawn(line, place.width, place.height), this::paint);
        g.drawImage(image, place.x, place.y, null);
    }

    private BufferedImage paint(Drawn wanted) {
        return Cards.of(wanted.width(), wanted.height(), 16, g -> {
            g.setColor(PAPER);
            g.fillRect(0, 0, wanted.width(), wanted.height());
            g.scale(wanted.width() / WIDTH, wanted.width() / WIDTH);
            title(g);
            bullets(g, wanted.line());
            foot(g, wanted.line() / BULLETS + 1, Math.max(1, Math.ceilDiv(lines.size(), BULLETS)));
        });
    }

    private void title(Graphics2D g) {
        g.setColor(INK);
        g.setFont(lettering.bold(44));
        g.drawString(Lettering.cut(g, topic, WIDTH - 120), 60, 92);
        g.setColor(FERN);
        g.fill(new RoundRectangle2D.Double(60, 114, 96, 7, 7, 7));
    }

    private void bullets(Graphics2D g, int current) {
        int from = current / BULLETS * BULLETS;
        double top = 150;
        g.setFont(lettering.plain(24));
        for (int i = from; i < Math.min(from + BULLETS, lines.size()); i++) {
            var rows = Lettering.wrap(g, lettering.printable(lines.get(i).text()), WIDTH - 170, 2);
            double height = rows.size() * ROW + 22;
            bullet(g, rows, top, height, i == current);
            top += height + 6;
        }
    }

    private static void bullet(Graphics2D g, List<String> rows, double top, double height, boolean now) {
        if (now) {
            g.setColor(MARKED);
            g.fill(new RoundRectangle2D.Double(44, top, WIDTH - 88, height, 14, 14));
        }
        g.setColor(now ? BLOOM : FERN);
        g.fill(new Ellipse2D.Double(62, top + 20, 12, 12));
        g.setColor(INK);
        for (int row = 0; row < rows.size(); row++) {
            g.drawString(rows.get(row), 92, (float) (top + 34 + row * ROW));
        }
    }

    private void foot(Graphics2D g, int page, int pages) {
        g.setColor(HAIRLINE);
        g.fill(new Rectangle2D.Double(60, 484, WIDTH - 120, 1.5));
        g.setColor(QUIET);
        g.setFont(lettering.plain(17));
        g.drawString(Lettering.cut(g, topic, WIDTH - 300), 60, 512);
        var number = page + " / " + pages;
        g.drawString(number, (float) (WIDTH - 60 - g.getFontMetrics().stringWidth(number)), 512);
    }
}
