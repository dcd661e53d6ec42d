package zoomsim.media;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The two type faces of all pictures, and text that fits where it is put. */
final class Lettering {
    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";

    private final Font plain;
    private final Font bold;

    Lettering() {
        System.setProperty("java.awt.headless", "true");
        if (System.getProperty("sun.awt.fontconfig") == null) withoutTheSystemsFonts();
        plain = load("DejaVuSansCondensed.ttf");
        bold = load("DejaVuSansCondensed-Bold.ttf");
    }

    /** Java2D refuses to start on a machine that has no fonts installed, unless told that there are none to look for. */
    private static void withoutTheSystemsFonts() {
        try {
            var nothing = Files.createTempFile("zoomsim-fontconfig", ".properties");
            Files.writeString(nothing, "version=1\nsequence.allfonts=default\n");
            nothing.toFile().deleteOnExit();
            System.setProperty("sun.awt.fontconfig", nothing.toString());
        } catch (IOException e) {
            throw new StudioException("cannot write to the folder for temporary files", e);
        }
    }

    private static Font load(String file) {
        try (var bytes = Lettering.class.getResourceAsStream(FOLDER + file)) {
            if (bytes == null) throw new StudioException("the font " + file + " is not on the class path");
            return Font.createFont(Font.TRUETYPE_FONT, bytes);
        } catch (FontFormatException | IOException e) {
            throw new StudioException("cannot read the font " + file, e);
        }
    }

    Font plain(double size) {
        return plain.deriveFont((float) size);
    }

    Font bold(double size) {
        return bold.deriveFont((float) size);
    }

    /** {@code text} without what the fonts cannot show; {@code otherwise} if that is all of it. */
    String printable(String text, String otherwise) {
        var shown = new StringBuilder();
        text.codePoints()
                .map(c -> Character.isWhitespace(c) ? ' ' : c)
                .filter(c -> plain.canDisplay(c) && !Character.isISOControl(c))
                .forEach(shown::appendCodePoint);
        var result = shown.toString().strip().replaceAll(" +", " ");
        return result.isEmpty() ? otherwise : result;
    }

    /** The first letters of the first and the last word. */
    String initials(String name) {
        var words = printable(name, "?").toUpperCase(Locale.ROOT).split(" ", -1);
        var first = Character.toString(words[0].codePointAt(0));
        return words.length == 1 ? first : first + Character.toString(words[words.length - 1].codePointAt(0));
    }

    /** Breaks {@code text} into at most {@code lines} lines of {@code width}; the last ends with an ellipsis if cut. */
    static List<String> wrap(Graphics2D g, String text, double width, int lines) {
        List<String> done = new ArrayList<>();
        var line = new StringBuilder();
        for (var word : text.split(" ", -1)) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (g.getFontMetrics().stringWidth(longer) <= width || line.isEmpty()) {
                line.setLength(0);
                line.append(longer);
            } else if (done.size() == lines - 1) {
                line.append(" ").append(word); // cut below
            } else {
                done.add(line.toString());
                line.setLength(0);
                line.append(word);
            }
        }
        done.add(line.toString());
        return done.stream().map(each -> cut(g, each, width)).toList();
    }

    /** {@code text}, or as much of its beginning as fits into {@code width} with an ellipsis. */
    static String cut(Graphics2D g, String text, double width) {
        var metrics = g.getFontMetrics();
        if (metrics.stringWidth(text) <= width) return text;
        int end = text.length();
        while (end > 1 && metrics.stringWidth(text.substring(0, end).strip() + "…") > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).strip() + "…";
    }
}
