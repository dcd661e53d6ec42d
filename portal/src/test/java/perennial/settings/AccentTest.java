package perennial.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.ClassPathResource;

/** Whoever chooses a colour cannot make the portal unreadable: measured as WCAG 2.2 does. */
class AccentTest {
    private static final Pattern VARIABLE = Pattern.compile("--p-([a-z-]+):(#[0-9a-f]{3,6})[;}]");

    @ParameterizedTest
    @EnumSource(Accent.class)
    void isReadableInLightAndDark(Accent accent) throws IOException {
        var css = sheet("perennial.css") + "\n" + sheet("accents.css");
        for (var dark : new boolean[] {false, true}) {
            var colours = colours(css, dark ? "\n[data-bs-theme=dark]{" : "\n:root,[data-bs-theme=light]{");
            var own = "\n[data-accent=%s]%s{".formatted(accent.code(), dark ? "[data-bs-theme=dark]" : "");
            if (accent != Accent.FERN) colours.putAll(colours(css, own));
            for (var ground : new String[] {"surface", "canvas", "sunken"}) {
                assertContrast(colours, "accent", ground, 4.5);
                assertContrast(colours, "ring", ground, 3);
            }
            assertContrast(colours, "on-accent", "accent", 4.5);
            assertContrast(colours, "on-accent", "accent-hover", 4.5);
            assertContrast(colours, "accent-ink", "accent-soft", 4.5);
        }
    }

    private static String sheet(String name) throws IOException {
        return new ClassPathResource("static/assets/" + name).getContentAsString(StandardCharsets.UTF_8);
    }

    private static void assertContrast(Map<String, String> colours, String text, String ground, double least) {
        var one = luminance(String.valueOf(colours.get(text)));
        var other = luminance(String.valueOf(colours.get(ground)));
        var contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
        assertThat(contrast).as("%s on %s of %s", text, ground, colours).isGreaterThanOrEqualTo(least);
    }

    private static Map<String, String> colours(String css, String selector) {
        int start = css.indexOf(selector);
        assertThat(start).as("the style sheet has %s", selector.strip()).isNotNegative();
        var block = css.substring(start, css.indexOf('}', start) + 1);
        var found = new HashMap<String, String>();
        VARIABLE.matcher(block).results().forEach(match -> found.put(match.group(1), match.group(2)));
        return found;
    }

    private static double luminance(String hex) {
        var digits = hex.substring(1);
        if (digits.length() == 3) digits = digits.replaceAll("(.)", "$1$1");
        return 0.2126 * linear(digits, 0) + 0.7152 * linear(digits, 2) + 0.0722 * linear(digits, 4);
    }

    private static double linear(String digits, int at) {
        double value = Integer.parseInt(digits.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
