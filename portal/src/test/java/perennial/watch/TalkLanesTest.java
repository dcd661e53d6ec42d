package perennial.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import perennial.library.SpokenLine;
import perennial.watch.TalkLanes.Stretch;

class TalkLanesTest {
    @Test
    void joinsLinesThatFollowEachOtherAndSharesOutTheTalk() {
        var lanes = TalkLanes.of(List.of(
                line(0, 4, "Mara"),
                line(5, 10, "Mara"),
                line(12, 17, "Tomas"),
                line(60, 65, "Mara"),
                line(66, 67, null)));

        assertThat(lanes.people()).isEqualTo(2);
        assertThat(lanes.lanes()).extracting(TalkLanes.Lane::name).containsExactly("Mara", "Tomas");
        assertThat(lanes.lanes()).extracting(TalkLanes.Lane::percent).containsExactly(75, 25);
        assertThat(lanes.lanes().getFirst().stretches()).containsExactly(stretch(0, 10), stretch(60, 65));
    }

    @Test
    void showsNobodyWhereNoLineNamesItsSpeaker() {
        assertThat(TalkLanes.of(List.of(line(0, 4, null))).lanes()).isEmpty();
    }

    private static SpokenLine line(long from, long to, @Nullable String speaker) {
        return new SpokenLine(Duration.ofSeconds(from), Duration.ofSeconds(to), speaker, "words");
    }

    private static Stretch stretch(long from, long to) {
        return new Stretch(Duration.ofSeconds(from), Duration.ofSeconds(to));
    }
}
