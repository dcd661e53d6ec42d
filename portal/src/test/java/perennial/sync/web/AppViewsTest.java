package perennial.sync.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppViewsTest {
    @ParameterizedTest
    @CsvSource({
        "PT0S,  at the next sync",
        "PT12H, after 12 h",
        "P1D,   after 1 day",
        "PT36H, after 1 day 12 h",
        "P3D,   after 3 days"
    })
    void saysHowLongDeletionWaits(Duration grace, String words) {
        assertThat(AppViews.after(grace)).isEqualTo(words);
    }
}
