package perennial.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;

class WordsTest {
    @AfterEach
    void forget() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-24T10:15:00Z | Today, 11:15",
                "2026-11-23T23:30:00Z | Today, 00:30",
                "2026-11-23T15:30:00Z | Yesterday, 16:30",
                "2026-11-25T09:00:00Z | Tomorrow, 10:00",
                "2026-11-20T08:00:00Z | 20 Nov, 09:00",
                "2025-11-20T08:00:00Z | 20 Nov 2025, 09:00"
            })
    void saysMomentsInTheViewersZone(Instant at, String said) {
        viewedFrom("Europe/Stockholm", Locale.forLanguageTag("sv-SE"));

        assertThat(Dates.moment(at)).isEqualTo(said);
    }

    @Test
    void followsTheCustomsOfTheViewersCountry() {
        viewedFrom("America/New_York", Locale.US);

        assertThat(Dates.moment(Instant.parse("2026-11-20T21:30:00Z")).replace('\u202f', ' '))
                .isEqualTo("Nov 20, 4:30 PM");
        assertThat(Dates.utc(Instant.parse("2026-11-20T21:30:00Z"))).isEqualTo("20 Nov 2026, 21:30:00 UTC");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 bytes",
        "1, 1 byte",
        "999, 999 bytes",
        "1000, 1.00 kB",
        "742000000, 742 MB",
        "999999, 1.00 MB",
        "1830000000000, 1.83 TB",
        "12345678, 12.3 MB",
        "9223372036854775807, 9.22 EB"
    })
    void saysSizesWithThreeDigits(long bytes, String said) {
        assertThat(Sizes.text(bytes)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0:00, 0 s",
        "7, 0:07, 7 s",
        "171, 2:51, 2 min 51 s",
        "3723, 1:02:03, 1 h 2 min",
        "172800, 48:00:00, 2 days"
    })
    void saysLengths(long seconds, String clock, String words) {
        assertThat(Lengths.clock(Duration.ofSeconds(seconds))).isEqualTo(clock);
        assertThat(Lengths.words(Duration.ofSeconds(seconds))).isEqualTo(words);
    }

    private static void viewedFrom(String zone, Locale locale) {
        var viewer = Viewer.guest(ZoneId.of(zone), locale);
        LocaleContextHolder.setLocaleContext(
                new ViewerContext(() -> viewer, () -> Instant.parse("2026-11-24T12:00:00Z")));
    }
}
