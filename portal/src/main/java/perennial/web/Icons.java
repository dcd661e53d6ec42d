package perennial.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.webjars.WebJarVersionLocator;

/** Tabler's outline icons as inline SVG. They are decoration: the words beside them say what they mean. */
public final class Icons {
    private static final WebJarVersionLocator WEBJARS = new WebJarVersionLocator();
    private static final Map<String, String> SHAPES = new ConcurrentHashMap<>();

    private Icons() {}

    /** The icon as it is. Throws IllegalArgumentException if there is no outline icon of that name. */
    public static String svg(String name) {
        return svg(name, "");
    }

    /** The icon with further classes beside {@code icon}, e.g. {@code icon-s}. */
    public static String svg(String name, String more) {
        var shape = SHAPES.computeIfAbsent(name, Icons::read);
        return """
                <svg class="icon%s" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-linecap="round" \
                stroke-linejoin="round" aria-hidden="true">%s</svg>""".formatted(more.isEmpty() ? "" : " " + more, shape);
    }

    private static String read(String name) {
        var path = WEBJARS.fullPath("tabler__icons", "icons/outline/" + name + ".svg");
        var file = new ClassPathResource(path == null ? "missing" : path);
        if (!file.exists()) throw new IllegalArgumentException("no icon named " + name);
        try {
            var text = file.getContentAsString(StandardCharsets.UTF_8);
            var inside = text.substring(text.indexOf("<svg"));
            inside = inside.substring(inside.indexOf('>') + 1, inside.lastIndexOf("</svg>"));
            return inside.replaceAll("\\s*\\n\\s*", "").strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
