package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.unit.DataSize;
import perennial.PortalTest;

class SyncPropertiesTest extends PortalTest {
    @Autowired
    private SyncProperties properties;

    @Autowired
    private AlertProperties alerts;

    @Test
    void hasTheseDefaults() {
        assertThat(properties.every()).isEqualTo(Duration.ofMinutes(15));
        assertThat(properties.listAllEvery()).isEqualTo(Duration.ofDays(1));
        assertThat(properties.firstRetry()).isEqualTo(Duration.ofSeconds(30));
        assertThat(properties.longestRetry()).isEqualTo(Duration.ofHours(1));
        assertThat(properties.attempts()).isEqualTo(10);
        assertThat(properties.scanAttempts()).isEqualTo(4);
        assertThat(properties.firstLook()).isEqualTo(Duration.ofSeconds(30));
        assertThat(properties.longestLook()).isEqualTo(Duration.ofMinutes(15));
        assertThat(properties.paused()).isEqualTo(Duration.ofSeconds(30));
        assertThat(properties.verifyAfter()).isEqualTo(Duration.ofMinutes(10));
        assertThat(properties.answerWithin()).isEqualTo(Duration.ofSeconds(5));
        assertThat(properties.keepFree()).isEqualTo(DataSize.ofMegabytes(512));
        assertThat(properties.scratch()).hasFileName("scratch");
        assertThat(alerts)
                .isEqualTo(new AlertProperties(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(5),
                        Duration.ofHours(1),
                        Duration.ofDays(1),
                        Duration.ofDays(7)));
    }

    @ParameterizedTest
    @CsvSource({"1, PT30S", "2, PT1M", "3, PT2M", "7, PT32M", "8, PT1H", "100, PT1H"})
    void pausesLongerAfterEachFailure(int failures, Duration pause) {
        assertThat(properties.pauseAfter(failures)).isEqualTo(pause);
    }

    @ParameterizedTest
    @CsvSource({"PT0S, PT30S", "PT10M, PT2M30S", "P1D, PT15M"})
    void looksLessOftenTheOlderARecordingIs(Duration age, Duration pause) {
        assertThat(properties.lookAfter(age)).isEqualTo(pause);
    }
}
