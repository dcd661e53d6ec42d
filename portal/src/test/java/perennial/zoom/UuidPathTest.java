package perennial.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UuidPathTest {
    @ParameterizedTest
    @CsvSource({
        "abc==, abc%3D%3D",
        "/abc==, %252Fabc%253D%253D",
        "a//b==, a%252F%252Fb%253D%253D",
        "a/b==, a%2Fb%3D%3D",
        "+ab/==, %2Bab%2F%3D%3D",
        "/..//x==, %252F..%252F%252Fx%253D%253D",
    })
    void encodesTwiceWhereZoomNeedsIt(String uuid, String path) {
        assertThat(UuidPath.ofUuid(uuid)).isEqualTo(path);
    }

    @Test
    void keepsAnythingInsideItsSegment() {
        assertThat(UuidPath.segment("a b/../?x#ü")).isEqualTo("a%20b%2F..%2F%3Fx%23%C3%BC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", ".."})
    void refusesWhatWouldLeadElsewhere(String id) {
        assertThatThrownBy(() -> UuidPath.segment(id)).isInstanceOf(ZoomException.Rejected.class);
    }
}
