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

/** The slides somebody shares: the topic, what is being said as bullets, at most four to a page, and a chart. */
final class Slides {
    private static final int MOST_BULLETS = 4;
    private static final double WIDTH = 944;
    private static final double ROW = 30;
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
    private final int pages;
    private final int bulletsOnPage;
    private final int seed;
    private final Map<Drawn, BufferedImage> drawn = new HashMap<>();

    private record Drawn(int line, int width, int height) {}

    Slides(Lettering lettering, Performance performance) {
        this.lettering = lettering;
        this.topic = lettering.printable(performance.topic(), "Meeting");
        this.lines = performance.lines();
        this.pages = Math.max(1, Math.ceilDiv(lines.size(), MOST_BULLETS));
        this.bulletsOnPage = Math.max(1, Math.ceilDiv(lines.size(), pages));
        this.seed = performance.topic().hashCode() + performance.number();
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
            int page = wanted.line() / bulletsOnPage;
            title(g);
            bullets(g, page, wanted.line());
            chart(g, page);
            foot(g, page + 1);
        });
    }

    private void title(Graphics2D g) {
        double room = WIDTH - 120;
        g.setFont(lettering.bold(44));
        double needed = g.getFontMetrics().stringWidth(topic);
        g.setFont(lettering.bold(Math.clamp(44 * room / needed, 28, 44)));
        g.setColor(INK);
        g.drawString(Lettering.cut(g, topic, room), 60, 88);
        g.setColor(FERN);
        g.fill(new RoundRectangle2D.Double(60, 108, 96, 7, 7, 7));
    }

    private void chart(Graphics2D g, int page) {
        var corner = (Graphics2D) g.create();
        corner.translate(WIDTH - 60 - Charts.WIDTH, 170);
        Charts.draw(corner, seed + page);
        corner.dispose();
    }

    private void bullets(Graphics2D g, int page, int current) {
        int from = page * bulletsOnPage;
        int rowsEach = bulletsOnPage < MOST_BULLETS ? 3 : 2;
        double width = WIDTH - Charts.WIDTH - 140;
        double top = 140;
        g.setFont(lettering.plain(23));
        for (int i = from; i < Math.min(from + bulletsOnPage, lines.size()); i++) {
            var rows = Lettering.wrap(g, lettering.printable(lines.get(i).text(), "…"), width - 66, rowsEach);
            double height = rows.size() * ROW + 18;
            bullet(g, rows, top, width, height, i == current);
            top += height + 5;
        }
    }

    private static void bullet(Graphics2D g, List<String> rows, double top, double width, double height, boolean now) {
        if (now) {
            g.setColor(MARKED);
            g.fill(new RoundRectangle2D.Double(44, top, width, height, 14, 14));
        }
        g.setColor(now ? BLOOM : FERN);
        g.fill(new Ellipse2D.Double(62, top + 18, 12, 12));
        g.setColor(INK);
        for (int row = 0; row < rows.size(); row++) {
            g.drawString(rows.get(row), 92, (float) (top + 31 + row * ROW));
        }
    }

    private void foot(Graphics2D g, int page) {
        g.setColor(HAIRLINE);
        g.fill(new Rectangle2D.Double(60, 484, WIDTH - 120, 1.5));
        g.setColor(QUIET);
        g.setFont(lettering.plain(17));
        g.drawString(Lettering.cut(g, topic, WIDTH - 300), 60, 512);
        var number = page + " / " + pages;
        g.drawString(number, (float) (WIDTH - 60 - g.getFontMetrics().stringWidth(number)), 512);
    }
}
