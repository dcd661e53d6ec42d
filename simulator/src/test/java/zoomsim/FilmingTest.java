package zoomsim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import zoomsim.account.Account;
import zoomsim.account.SimulatedClock;
import zoomsim.scenario.MeetingMaker;
import zoomsim.scenario.Organisation;

class FilmingTest {
    @Test
    void doesNotLookDoneBeforeItHasBegun() {
        var clock = new SimulatedClock();
        var account = new Account("account", clock, Organisation.users(1, 3, clock.instant()));
        try (var filming = new Filming(account, new MeetingMaker(account, null, 1))) {
            assertThat(filming.progress()).isEqualTo("0/?");

            filming.begin(Options.parse("--size=small", "--media="));

            assertThat(filming.progress()).matches("([1-9]\\d*)/\\1");
            assertThat(List.copyOf(account.meetings())).isNotEmpty();
        }
    }
}
