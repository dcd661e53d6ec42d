package perennial.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Runs axe-core over a page (P14: WCAG 2.2 AA) and keeps a picture of one that has barriers. */
public final class Accessibility {
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final String AXE = axe();
    /** Colours on their way to others would be measured, so whatever fades or slides arrives first. */
    private static final String BARRIERS = """
        async rules => {
          for (const moving of document.getAnimations())
            if (Number.isFinite(moving.effect.getComputedTiming().endTime)) moving.finish();
          const found = await axe.run(document,
            {runOnly: {type: 'tag', values: rules}, resultTypes: ['violations'], iframes: false});
          return found.violations
            .filter(rule => ['serious', 'critical'].includes(rule.impact))
            .map(rule => `${rule.id}: ${rule.help} at ${rule.nodes.map(node => node.target.join(' ')).join(', ')}`);
        }\
        """;

    private Accessibility() {}

    /** Fails when {@code page}, as it is now, has a barrier that axe-core calls serious or critical. */
    public static void check(Page page, String name) {
        Browser.screenshot(page, name);
        var found = barriers(page);
        if (!found.isEmpty()) Browser.keepScreenshot(page, name);
        assertThat(found).as("accessibility of %s, %s", name, page.url()).isEmpty();
    }

    /**
     * What axe-core finds, as "rule: what it asks for at selectors". Its own binding to Playwright opens a second page for each
     * report, which takes ten times as long; our pages have no frames whose findings that would bring together.
     */
    static List<String> barriers(Page page) {
        assertThat(page.frames()).as("frames of %s", page.url()).hasSize(1);
        if (Boolean.TRUE.equals(page.evaluate("() => !window.axe"))) page.evaluate(AXE);
        return ((List<?>) page.evaluate(BARRIERS, RULES))
                .stream().map(String::valueOf).toList();
    }

    private static String axe() {
        try (var script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
