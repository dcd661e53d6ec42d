package zoomsim.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RomanizedTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We are 4 % over.|We are 4 % over.",
                "Планёрка: склад|planyorka: sklad",
                "Καλημέρα|kaleemera",
                "Ångström, naïve façade, Łódź|angstrom, naive facade, lodz",
                "Straße – heute|Strasse , heute",
                "it’s|it's",
                "会议 at nine|at nine"
            })
    void writesWhatAnEnglishVoiceCanSay(String text, String spoken) {
        assertThat(Romanized.of(text)).isEqualToIgnoringCase(spoken);
    }

    @ParameterizedTest
    @CsvSource({"会议", "שלום"})
    void isEmptyForOtherScripts(String text) {
        assertThat(Romanized.of(text)).isEmpty();
    }
}
