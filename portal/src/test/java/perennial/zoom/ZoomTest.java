package perennial.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class ZoomTest {
    @Test
    void isMadeBySpringAndGivesOneAccountPerAccess() {
        try (var spring = new AnnotationConfigApplicationContext(Zoom.class)) {
            var zoom = spring.getBean(Zoom.class);

            assertThat(zoom.account(access("https://api.zoom.us/v2/")))
                    .isSameAs(zoom.account(access("https://api.zoom.us/v2")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zoom.us",
                "file:///x",
                "https://",
                "https://a@zoom.us",
                "https://zoom.us/v2?x=1",
                "https://zoom.us#x",
                "https://zoom.us:99999"
            })
    void takesNoOddBaseAddress(String url) {
        assertThatThrownBy(() -> access(url)).isInstanceOf(IllegalArgumentException.class);
    }

    private static ZoomAccess access(String apiUrl) {
        return new ZoomAccess(ZoomServer.APP, URI.create("https://zoom.us"), URI.create(apiUrl));
    }
}
