package zoomsim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import zoomsim.account.Meeting;
import zoomsim.api.Plan;

/** What is said on the command line, and what holds when nothing is said. */
class OptionsTest {
    @Test
    void defaults() {
        var options = Options.parse();
        assertThat(options.lines())
                .contains("seed=1", "users=12", "meetings=0", "size=demo", "plan=business", "webhook-url=");
        assertThat(options.port()).isZero();
        assertThat(options.media()).endsWith("simulator");
    }

    @Test
    void bothWaysOfWriting() {
        var options = Options.parse("--port", "4711", "--plan=pro", "--client-id", "me");
        assertThat(options.port()).isEqualTo(4711);
        assertThat(options.plan()).isEqualTo(Plan.PRO);
        assertThat(options.credentials().clientId()).isEqualTo("me");
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(() -> Options.parse("--prot", "1")).hasMessageContaining("prot");
        assertThatThrownBy(() -> Options.parse("--port", "x")).hasMessageContaining("--port");
        assertThatThrownBy(() -> Options.parse("--size", "huge")).hasMessageContaining("--size");
        assertThatThrownBy(() -> Options.parse("--plan", "gold")).hasMessageContaining("--plan");
        assertThatThrownBy(() -> Options.parse("--port")).hasMessageContaining("needs a value");
    }

    @Test
    void theSameSeedMakesTheSameAccount() throws Exception {
        try (var one = Simulator.start(Options.parse("--size=small", "--media=", "--meetings=40", "--users=30"));
                var two = Simulator.start(Options.parse("--size=small", "--media=", "--meetings=40", "--users=30"))) {
            assertThat(one.account().meetings()).hasSize(40);
            assertThat(one.account().users()).hasSize(30);
            assertThat(uuids(one)).isEqualTo(uuids(two)).doesNotHaveDuplicates();
        }
    }

    private static List<String> uuids(Simulator simulator) {
        return simulator.account().meetings().stream().map(Meeting::uuid).toList();
    }
}
