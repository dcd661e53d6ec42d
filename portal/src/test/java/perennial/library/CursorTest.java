package perennial.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    @Test
    void readsWhatItWrote() {
        var cursor = new Cursor(OffsetDateTime.parse("2026-11-24T13:00:00.123456Z"), UUID.randomUUID());

        assertThat(Cursor.of(cursor.toString())).isEqualTo(cursor);
        assertThat(Cursor.of("")).isEqualTo(Cursor.START);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "!!", "AAAA", "f_______________________________________________"})
    void refusesWhatItDidNotWrite(String text) {
        assertThatThrownBy(() -> Cursor.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
