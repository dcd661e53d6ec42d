package perennial.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import perennial.Browser;
import perennial.PortalTest;

class AssetsTest extends PortalTest {
    @Autowired
    Assets assets;

    @Test
    void areKeptForAYearUnderAnAddressThatChangesWithThem() {
        try (var visitor = new Browser(this::at)) {
            for (var path : new String[] {
                assets.url("perennial.css"),
                assets.url("js/app.js"),
                assets.url("fonts/inter-latin-wght-normal.woff2"),
                assets.webjar("htmx.org", "dist/htmx.min.js"),
                assets.webjar("htmx-ext-sse", "sse.js"),
                assets.webjar("tabler__core", "dist/css/tabler.min.css"),
                assets.webjar("video.js", "dist/video.min.js")
            }) {
                var answer = visitor.get(path);
                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                assertThat(answer.headers().firstValue("Cache-Control"))
                        .hasValueSatisfying(value -> assertThat(value).contains("max-age=31536000", "immutable"));
            }
            assertThat(visitor.get("/assets/perennial.css").headers().firstValue("Cache-Control"))
                    .hasValueSatisfying(value -> assertThat(value).contains("no-cache"));
        }
    }

    @Test
    void holdIconsAsInlineShapes() {
        assertThat(Icons.svg("video"))
                .startsWith("<svg class=\"icon\"")
                .endsWith("</svg>")
                .doesNotContain("style");
    }
}
