package zoomsim.media;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.TexturePaint;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/** Makes pictures with rounded corners, so that they need only be copied into each frame. */
final class Cards {
    private Cards() {}

    static BufferedImage of(int width, int height, double radius, Consumer<Graphics2D> painter) {
        var square = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        draw(square, painter);
        var card = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        draw(card, g -> {
            g.setPaint(new TexturePaint(square, new Rectangle(width, height)));
            g.fill(new RoundRectangle2D.Double(0, 0, width, height, radius, radius));
        });
        return card;
    }

    private static void draw(BufferedImage image, Consumer<Graphics2D> painter) {
        var g = image.createGraphics();
        smooth(g);
        painter.accept(g);
        g.dispose();
    }

    static void smooth(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }
}
