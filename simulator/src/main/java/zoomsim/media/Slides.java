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
import java.util.stream.Stream;
import zoomsim.script.Line;

/** The slides somebody shares: the topic, what is being said as bullets, at most four to a page, and a chart. */
final class Slides {
    private static final int MOST_BULLETS = 4;
    private static final double WIDTH = 944;
    private static final double ROW = 30;

    /**
     * The colours of slides.
     *
     * @param marked behind what is being said
     * @param accent of what was said, and under the title
     * @param now the dot of what is being said
     */
    record Palette(Color paper, Color ink, Color quiet, Color accent, Color now, Color marked, Color hairline) {
        static final Palette FERN = of("fbfaf6 17201b 65726a 1d6b50 b9521a f7e9de dde2dc");

        /** Seven colours, in the order of the components. */
        static Palette of(String hex) {
            var all = Stream.of(hex.split(" ", -1))
                    .map(code -> new Color(Integer.parseInt(code, 16)))
                    .toList();
            return new Palette(all.get(0), all.get(1), all.get(2), all.get(3), all.get(4), all.get(5), all.get(6));
        }
    }

    private final Lettering lettering;
    private final String topic;
    private final List<Line> lines;
    private final int pages;
    private final int bulletsOnPage;
    private final int seed;
    private final Palette palette;
    private final boolean chart;
    private final Map<Drawn, BufferedImage> drawn = new HashMap<>();

    private record Drawn(int line, int width, int height) {}

    Slides(Lettering lettering, Performance performance) {
        this(lettering, performance, Palette.FERN, true);
    }

    /** @param chart whether there is one; where not, its place stays free */
    Slides(Lettering lettering, Performance performance, Palette palette, boolean chart) {
        this.lettering = lettering;
        this.topic = lettering.printable(performance.topic(), "Meeting");
        this.lines = performance.lines();
        this.pages = Math.max(1, Math.ceilDiv(lines.size(), MOST_BULLETS));
        this.bulletsOnPage = Math.max(1, Math.ceilDiv(lines.size(), pages));
        this.seed = performance.topic().hashCode() + performance.number();
        this.palette = palette;
        this.chart = chart;
    }

    /** Draws the page on which {@code line} stands, with that line marked. */
    void draw(Graphics2D g, int line, Rectangle place) {
        var image = drawn.computeIfAbsent(new Drawn(line, place.width, place.height), this::paint);
        g.drawImage(image, place.x, place.y, null);
    }

    private BufferedImage paint(Drawn wanted) {
        return Cards.of(wanted.width(), wanted.height(), 16, g -> {
            g.setColor(palette.paper());
            g.fillRect(0, 0, wanted.width(), wanted.height());
            g.scale(wanted.width() / WIDTH, wanted.width() / WIDTH);
            int page = wanted.line() / bulletsOnPage;
            title(g);
            bullets(g, page, wanted.line());
            if (chart) chart(g, page);
            foot(g, page + 1);
        });
    }

    private void title(Graphics2D g) {
        double room = WIDTH - 120;
        g.setFont(lettering.bold(44));
        double needed = g.getFontMetrics().stringWidth(topic);
        g.setFont(lettering.bold(Math.clamp(44 * room / needed, 28, 44)));
        g.setColor(palette.ink());
        g.drawString(Lettering.cut(g, topic, room), 60, 88);
        g.setColor(palette.accent());
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

    private void bullet(Graphics2D g, List<String> rows, double top, double width, double height, boolean now) {
        if (now) {
            g.setColor(palette.marked());
            g.fill(new RoundRectangle2D.Double(44, top, width, height, 14, 14));
        }
        g.setColor(now ? palette.now() : palette.accent());
        g.fill(new Ellipse2D.Double(62, top + 18, 12, 12));
        g.setColor(palette.ink());
        for (int row = 0; row < rows.size(); row++) {
            g.drawString(rows.get(row), 92, (float) (top + 31 + row * ROW));
        }
    }

    private void foot(Graphics2D g, int page) {
        g.setColor(palette.hairline());
        g.fill(new Rectangle2D.Double(60, 484, WIDTH - 120, 1.5));
        g.setColor(palette.quiet());
        g.setFont(lettering.plain(17));
        g.drawString(Lettering.cut(g, topic, WIDTH - 300), 60, 512);
        var number = page + " / " + pages;
        g.drawString(number, (float) (WIDTH - 60 - g.getFontMetrics().stringWidth(number)), 512);
    }
}
