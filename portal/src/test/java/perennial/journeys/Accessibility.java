package perennial.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;

/** Runs axe-core over a page and keeps a picture of it (P14: WCAG 2.2 AA). */
final class Accessibility {
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    private Accessibility() {}

    static void check(Page page, String name) {
        Browser.screenshot(page, name);
        var findings = new AxeBuilder(page)
                .withTags(RULES).analyze().getViolations().stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .map(rule -> "%s: %s at %s"
                                .formatted(
                                        rule.getId(),
                                        rule.getHelp(),
                                        rule.getNodes().stream()
                                                .map(node -> String.valueOf(node.getTarget()))
                                                .toList()))
                        .toList();
        assertThat(findings).as("accessibility of %s, %s", name, page.url()).isEmpty();
    }
}
