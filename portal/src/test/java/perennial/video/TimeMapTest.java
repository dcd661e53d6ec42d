package perennial.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeMapTest {
    private static final Instant MEETING = Instant.parse("2026-03-02T09:00:00Z");
    /** Recorded from minute 5 to 15, from minute 20 to 22 and from minute 40 to 41. */
    private final TimeMap map = TimeMap.of(List.of(
            new TimeMap.Measured(MEETING.plusSeconds(300), Duration.ofMinutes(10)),
            new TimeMap.Measured(MEETING.plusSeconds(1200), Duration.ofMinutes(2)),
            new TimeMap.Measured(MEETING.plusSeconds(2400), Duration.ofMinutes(1))));

    @Test
    void laysSegmentsOneBehindTheOther() {
        assertThat(map.segments())
                .extracting(TimeMap.SegmentTime::offset)
                .containsExactly(Duration.ZERO, Duration.ofMinutes(10), Duration.ofMinutes(12));
        assertThat(map.length()).isEqualTo(Duration.ofMinutes(13));
    }

    @ParameterizedTest
    @CsvSource({
        "PT4M59S, PT0S,    BEFORE",
        "PT5M,    PT0S,    DURING",
        "PT7M3S,  PT2M3S,  DURING",
        "PT15M,   PT10M,   DURING",
        "PT17M,   PT10M,   BETWEEN",
        "PT20M,   PT10M,   DURING",
        "PT21M,   PT11M,   DURING",
        "PT22M1S, PT12M,   BETWEEN",
        "PT40M5S, PT12M5S, DURING",
        "PT3H,    PT13M,   AFTER",
    })
    void placesChatByTheMeetingsClock(Duration written, Duration at, Placed.When when) {
        assertThat(map.ofChat(MEETING, written, List.of())).isEqualTo(new Placed(at, when));
    }

    @ParameterizedTest
    @CsvSource({"0, PT3S, PT3S", "1, PT3S, PT10M3S", "1, PT2M7S, PT12M", "2, PT0S, PT12M"})
    void placesTranscriptsByTheirSegment(int segment, Duration said, Duration at) {
        assertThat(map.ofTranscript(segment, said)).isEqualTo(at);
    }

    @Test
    void needsASegment() {
        assertThatThrownBy(() -> TimeMap.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
