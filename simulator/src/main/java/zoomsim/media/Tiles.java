package zoomsim.media;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Draws people as they appear in a meeting: a room, a face or initials, a name. Remembers what it drew. */
final class Tiles {
    private static final Color SPEAKING = new Color(0xf0a36b);
    private static final Color LABEL = new Color(11, 16, 14, 190);
    private static final List<Color> BADGES =
            List.of(new Color(0x3f6f73), new Color(0x1d6b50), new Color(0xb9521a), new Color(0x565b78));

    private final Lettering lettering;
    private final List<String> people;
    private final List<Looks> looks;
    private final Map<Face, BufferedImage> drawn = new HashMap<>();

    private record Face(int person, int width, int height, int mouth, boolean eyesShut, boolean speaking) {}

    Tiles(Lettering lettering, List<String> people) {
        this.lettering = lettering;
        this.people = people;
        this.looks = people.stream().map(Looks::of).toList();
    }

    /** Draws {@code person} into {@code place}; with a warm border while that person speaks. */
    void draw(Graphics2D g, int person, Rectangle place, Moment moment) {
        var on = looks.get(person).cameraOn();
        var face = new Face(
                person,
                place.width,
                place.height,
                moment.mouthOf(person),
                on && moment.eyesShut().get(person),
                moment.speaks(person));
        var image = drawn.computeIfAbsent(face, this::paint);
        g.drawImage(image, place.x, place.y, null);
    }

    private static double radius(int height) {
        return Math.clamp(height / 9.0, 8, 20);
    }

    private BufferedImage paint(Face face) {
        return Cards.of(face.width(), face.height(), radius(face.height()), g -> {
            var person = looks.get(face.person());
            if (person.cameraOn()) portrait(g, face, person);
            else badge(g, face);
            label(g, face);
            if (face.speaking()) border(g, face);
        });
    }

    private static void border(Graphics2D g, Face face) {
        double thick = Math.clamp(face.height() / 60.0, 3, 5);
        double radius = radius(face.height()) - thick / 2;
        g.setColor(SPEAKING);
        g.setStroke(new BasicStroke((float) thick));
        g.draw(new RoundRectangle2D.Double(
                thick / 2, thick / 2, face.width() - thick, face.height() - thick, radius, radius));
    }

    private static void portrait(Graphics2D g, Face face, Looks person) {
        Rooms.draw(g, person, face.width(), face.height());
        double scale = face.height() / 124.0;
        var figure = (Graphics2D) g.create();
        figure.translate(face.width() * 0.5, face.height() + scale);
        figure.scale(scale, scale);
        Figure.draw(figure, person, face.mouth(), face.eyesShut());
        figure.dispose();
    }

    private void badge(Graphics2D g, Face face) {
        g.setPaint(new GradientPaint(0, 0, new Color(0x2a302e), 0, face.height(), new Color(0x222826)));
        g.fillRect(0, 0, face.width(), face.height());
        double size = face.height() * 0.46;
        double left = (face.width() - size) / 2;
        double top = (face.height() - size) * 0.44;
        double halo = size * 0.05 * face.mouth();
        g.setColor(new Color(240, 163, 107, 70));
        if (halo > 0) g.fill(new Ellipse2D.Double(left - halo, top - halo, size + 2 * halo, size + 2 * halo));
        g.setColor(BADGES.get(Math.floorMod(people.get(face.person()).hashCode(), BADGES.size())));
        g.fill(new Ellipse2D.Double(left, top, size, size));
        g.setColor(Color.WHITE);
        g.setFont(lettering.bold(size * 0.38));
        var initials = lettering.initials(people.get(face.person()));
        var metrics = g.getFontMetrics();
        g.drawString(initials, (float) ((face.width() - metrics.stringWidth(initials)) / 2.0), (float)
                (top + size / 2 + metrics.getAscent() * 0.37));
    }

    private void label(Graphics2D g, Face face) {
        double size = Math.clamp(face.height() * 0.082, 13, 22);
        g.setFont(lettering.plain(size));
        var name = Lettering.cut(g, lettering.printable(people.get(face.person()), "Guest"), face.width() - 3 * size);
        double pad = size * 0.55;
        double height = size * 1.6;
        double top = face.height() - height - pad;
        g.setColor(LABEL);
        g.fill(new RoundRectangle2D.Double(
                pad, top, g.getFontMetrics().stringWidth(name) + 2 * pad, height, size * 0.6, size * 0.6));
        g.setColor(Color.WHITE);
        g.drawString(name, (float) (2 * pad), (float) (top + height * 0.7));
    }
}
