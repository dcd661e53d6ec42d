package perennial.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That a barrier is found at all, and none where there is none. */
class AccessibilityTest {
    private static final String PAGE = """
        <!doctype html><html lang="en"><title>Test</title>
        <style>
          p { color: #333; background: #fff; }
          @media (prefers-color-scheme: dark) { p { color: #333; background: #222; } }
          button { width: 40px; height: 40px; }
          @media (max-width: 400px) { button { width: 12px; height: 12px; padding: 0; font-size: 4px; } }
        </style>
        <main><h1>Test</h1><p>Words to read.</p><button>a</button><button>b</button>%s</main>\
        """;

    private final Browser browser = new Browser();
    private Page page;

    @BeforeEach
    void open() {
        page = browser.visitor(ColorScheme.LIGHT);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void findsNothingOnAPageWithoutBarriers() {
        page.setContent(PAGE.formatted(""));

        assertThat(Accessibility.barriers(page)).isEmpty();
    }

    @Test
    void findsWhatHasNoName() {
        page.setContent(PAGE.formatted("<input><img src='data:,'>"));

        assertThat(Accessibility.barriers(page))
                .anySatisfy(barrier -> assertThat(barrier).startsWith("label:").endsWith("input"))
                .anySatisfy(barrier -> assertThat(barrier).startsWith("image-alt:"));
    }

    @Test
    void findsWhatIsWrongInTheDarkOnly() {
        var dark = browser.visitor(ColorScheme.DARK);
        dark.setContent(PAGE.formatted(""));

        assertThat(Accessibility.barriers(dark))
                .singleElement()
                .satisfies(barrier -> assertThat(barrier).startsWith("color-contrast:"));
    }

    @Test
    void findsWhatIsTooSmallOnAPhoneOnly() {
        var phone = browser.phone();
        phone.setContent(PAGE.formatted(""));

        assertThat(Accessibility.barriers(phone))
                .singleElement()
                .satisfies(barrier -> assertThat(barrier).startsWith("target-size:"));
    }

    @Test
    void measuresColoursWhereTheyArrive() {
        page.setContent(PAGE.formatted("<p id=fading style='transition: color 60s'>Fading</p>"));
        page.evaluate("() => { const p = document.querySelector('#fading'); getComputedStyle(p).color; p.style.color ="
                + " '#eee'; }");

        assertThat(Accessibility.barriers(page)).singleElement().asString().endsWith("#fading");
    }
}
