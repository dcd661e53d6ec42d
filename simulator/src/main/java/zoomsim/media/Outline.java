package zoomsim.media;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads the outlines of SVG paths made of the absolute commands M, L, H, V, C, S, Q and Z. */
final class Outline {
    private static final Pattern COMMAND = Pattern.compile("([A-Z])([^A-Z]*)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d*\\.?\\d+");

    private final Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    /** Where an S command's first control point lies: the last curve's second one, mirrored at its end. */
    private double mirroredX;

    private double mirroredY;

    private Outline() {}

    static Shape of(String text) {
        var outline = new Outline();
        COMMAND.matcher(text).results().forEach(command -> outline.draw(command.group(1), numbers(command.group(2))));
        return outline.path;
    }

    private static List<Double> numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(Double::valueOf)
                .toList();
    }

    private void draw(String command, List<Double> n) {
        switch (command) {
            case "M" -> path.moveTo(n.get(0), n.get(1));
            case "L" -> path.lineTo(n.get(0), n.get(1));
            case "H" -> path.lineTo(n.get(0), path.getCurrentPoint().getY());
            case "V" -> path.lineTo(path.getCurrentPoint().getX(), n.get(0));
            case "Q" -> path.quadTo(n.get(0), n.get(1), n.get(2), n.get(3));
            case "C" -> {
                for (int i = 0; i < n.size(); i += 6) curve(n.get(i), n.get(i + 1), n.subList(i + 2, i + 6));
            }
            case "S" -> {
                for (int i = 0; i < n.size(); i += 4) curve(mirroredX, mirroredY, n.subList(i, i + 4));
            }
            case "Z" -> path.closePath();
            default -> throw new IllegalArgumentException("path command " + command);
        }
    }

    private void curve(double x1, double y1, List<Double> rest) {
        path.curveTo(x1, y1, rest.get(0), rest.get(1), rest.get(2), rest.get(3));
        mirroredX = 2 * rest.get(2) - rest.get(0);
        mirroredY = 2 * rest.get(3) - rest.get(1);
    }
}
