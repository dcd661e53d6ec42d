package perennial.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MonthWindowsTest {
    private static final LocalDate NEW_YEAR = LocalDate.of(2024, 1, 1);

    @Test
    void coversEveryDayInPiecesThatZoomAnswersWhole() {
        for (int days = 0; days < 800; days++) {
            var to = NEW_YEAR.plusDays(days);
            var windows = MonthWindows.oldestFirst(NEW_YEAR, to);

            assertThat(windows.getFirst().from()).isEqualTo(NEW_YEAR);
            assertThat(windows.getLast().to()).isEqualTo(to);
            assertThat(windows).allSatisfy(window -> {
                assertThat(window.to())
                        .isBefore(window.from().plusDays(30))
                        .isBefore(window.from().plusMonths(1));
            });
        }
    }

    @Test
    void sharesTheDayBetweenNeighbours() {
        var windows = MonthWindows.oldestFirst(LocalDate.of(2026, 1, 15), LocalDate.of(2026, 4, 1));

        for (int i = 1; i < windows.size(); i++)
            assertThat(windows.get(i).from()).isEqualTo(windows.get(i - 1).to());
        assertThat(windows).hasSize(3);
    }

    @Test
    void turnsRoundForTheNewestFirst() {
        var to = NEW_YEAR.plusDays(100);

        assertThat(MonthWindows.newestFirst(NEW_YEAR, to))
                .isEqualTo(MonthWindows.oldestFirst(NEW_YEAR, to).reversed());
    }

    @Test
    void isEmptyWhenThereIsNoDay() {
        assertThat(MonthWindows.oldestFirst(NEW_YEAR, NEW_YEAR.minusDays(1))).isEmpty();
        assertThat(MonthWindows.oldestFirst(NEW_YEAR, NEW_YEAR)).containsExactly(new DateWindow(NEW_YEAR, NEW_YEAR));
    }
}
