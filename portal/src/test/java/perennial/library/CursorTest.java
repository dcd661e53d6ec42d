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
    @ValueSource(strings = {"+20000-01-01T00:00:00Z", "-0001-01-01T00:00:00Z", "+999999999-12-31T00:00:00Z"})
    void refusesTimesThatNoDatabaseKnows(String time) {
        var far = OffsetDateTime.parse(time);
        var onTheShelf = new ShelfCursor(far, UUID.randomUUID()).toString();

        assertThatThrownBy(() -> Cursor.of(new Cursor(far, UUID.randomUUID()).toString()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ShelfCursor.of(MediaOrder.NEWEST, onTheShelf))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "!!", "AAAA", "f_______________________________________________"})
    void refusesWhatItDidNotWrite(String text) {
        assertThatThrownBy(() -> Cursor.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
