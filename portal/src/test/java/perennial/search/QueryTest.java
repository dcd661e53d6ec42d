package perennial.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How what somebody types is taken apart, and how texts are marked. */
class QueryTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "budget                  | ('budget')                          | ``",
                "budget review           | ('budget') & ('review')             | ``",
                "\"three bets\" now      | ('three' <-> 'bets') & ('now')      | ``",
                "“three bets             | ('three' <-> 'bets')                | ``",
                "budget -hiring          | ('budget')                          | ('hiring')",
                "budget -\"hiring plan\" | ('budget')                          | ('hiring' <-> 'plan')",
                "budg*                   | ('budg':*)                          | ``",
                "e-mail                  | ('e' <-> 'mail')                    | ``",
                "予算会議                | ('予算' <-> '算会' <-> '会議')      | ``",
                "会                      | ('会':*)                            | ``",
                "Q4予算                  | ('Q4' <-> '予算')                   | ``",
            })
    void readsWordsRowsAndExclusions(String typed, String all, String none) {
        var query = Query.of(typed, false);

        assertThat(query.all()).isEqualTo(all);
        assertThat(query.none()).isEqualTo(none);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "\"", "\"\"", "*", "' & | ! ( ) : * < >", "-only", "\u0000", "…"})
    void findsNothingToLookForInWhatHasNoWords(String typed) {
        assertThat(Query.of(typed, true).isEmpty()).isTrue();
    }

    @Test
    void takesTheLastWordForABeginningWhileItIsTyped() {
        assertThat(Query.of("budget rev", true).all()).isEqualTo("('budget') & ('rev':*)");
        assertThat(Query.of("budget rev ", true).all()).isEqualTo("('budget') & ('rev')");
        assertThat(Query.of("budget -rev", true).none()).isEqualTo("('rev')");
        assertThat(Query.of("\"budget rev\"", true).all()).isEqualTo("('budget' <-> 'rev')");
    }

    @Test
    void keepsToItsBounds() {
        assertThat(Query.of("word ".repeat(100), false).wanted()).hasSizeLessThanOrEqualTo(12);
        assertThat(Query.of("x".repeat(199) + "😀y", false).words()).hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void writesPairsOfWhatHasNoSpacesAndLeavesTheRest() {
        assertThat(Words.spaced("Q4: 予算会議, e-mail (ｶﾀｶﾅ)")).isEqualTo("Q4 予算 算会 会議 議 e mail カタ タカ カナ ナ");
    }

    @Test
    void marksWordsByAllTheirFormsAndPairsWhereTheyStand() {
        var marker = new Marker(
                Map.of("budgets", List.of("budget", "budgets"), "plan", List.of("plan")),
                Set.of("budget", "予算"),
                List.of("pl"));

        assertThat(marked(marker.mark("<b>Budgets</b>: 予算会議 and a plan")))
                .isEqualTo("<b>[Budgets]</b>: [予算]会議 and a [plan]");
        assertThat(marker.mark("nothing").any()).isFalse();
        assertThat(marker.mark("").plain()).isEmpty();
    }

    @Test
    void cutsALongTextAroundTheFirstWordItMarks() {
        var marker = new Marker(Map.of("budget", List.of("budget")), Set.of("budget"), List.of());

        var snippet = marker.snippet("word ".repeat(60) + "budget " + "more ".repeat(60));

        assertThat(marked(snippet))
                .startsWith("… word")
                .contains("[budget]")
                .endsWith("more …")
                .hasSizeLessThan(200);
        assertThat(marker.snippet("short").plain()).isEqualTo("short");
    }

    @Test
    void countsSlipsOfTheKeyboard() {
        assertThat(Spelling.distance("bugdet", "budget")).isEqualTo(1);
        assertThat(Spelling.distance("hirring", "hiring")).isEqualTo(1);
        assertThat(Spelling.distance("", "abc")).isEqualTo(3);
        assertThat(Spelling.distance("plan", "plan")).isZero();
    }

    private static String marked(Marked text) {
        var written = new StringBuilder();
        for (var piece : text.pieces()) written.append(piece.mark() ? "[" + piece.text() + "]" : piece.text());
        return written.toString();
    }
}
