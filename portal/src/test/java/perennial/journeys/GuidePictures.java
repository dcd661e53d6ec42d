package perennial.journeys;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;

/**
 * Pictures for the guide, taken anew where {@code -Dperennial.pictures} names a folder: {@code docs/pictures}. Otherwise none
 * is taken.
 */
final class GuidePictures {
    private static final String FOLDER = System.getProperty("perennial.pictures", "");
    private static final int WIDTH = 1120;
    private static final int HEIGHT = 720;

    private GuidePictures() {}

    static boolean wanted() {
        return !FOLDER.isEmpty();
    }

    /** What the window shows of the page, small. */
    static void window(Page page, String name) {
        if (!wanted()) return;
        var before = page.viewportSize();
        page.setViewportSize(WIDTH, HEIGHT);
        page.screenshot(new Page.ScreenshotOptions().setPath(file(name)));
        page.setViewportSize(before.width, before.height);
    }

    /** One part of the page. */
    static void part(Page page, String selector, String name) {
        if (!wanted()) return;
        var before = page.viewportSize();
        page.setViewportSize(WIDTH, HEIGHT);
        page.locator(selector).screenshot(new Locator.ScreenshotOptions().setPath(file(name)));
        page.setViewportSize(before.width, before.height);
    }

    private static Path file(String name) {
        return Path.of(FOLDER).toAbsolutePath().resolve(name + ".png");
    }
}
