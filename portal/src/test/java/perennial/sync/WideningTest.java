package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D1: which changes ask for words. */
class WideningTest {
    private static final Map<String, Object> BEFORE = Map.of(
            "accountId",
            "a",
            "clientId",
            "b",
            "clientSecret",
            "c",
            "deleteFromZoom",
            true,
            "users",
            "ann@example.org",
            "minimumLength",
            "PT1M",
            "views",
            "active_speaker",
            "topicInclude",
            "week");

    @ParameterizedTest
    @CsvSource({
        "users, ''",
        "users, 'ann@example.org,bob@example.org'",
        "users, bob@example.org",
        "deleteGrace, P2D",
        "deletePermanently, true",
        "deleteUnimported, true",
        "deletionCap, 101",
        "fetchFrom, 2026-01-01",
        "minimumLength, PT0S",
        "views, ''",
        "views, 'active_speaker,gallery_view'",
        "topicInclude, ''",
        "topicInclude, day",
        "accountId, other",
        "enabled, true"
    })
    void whatReachesMoreWidens(String field, String value) {
        assertThat(widens(field, value)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "users, ' ANN@example.org '", "deleteGrace, P4D", "deletionCap, 99", "deleteFromZoom, false", "name, Other",
        "fetchFrom, 2026-11-01", "minimumLength, PT2M", "webinars, false", "topicExclude, secret",
                "publishStatus, published"
    })
    void whatReachesNoMoreDoesNot(String field, String value) {
        assertThat(widens(field, value)).isFalse();
    }

    private static boolean widens(String field, String value) {
        var date = LocalDate.parse("2026-10-01");
        var none = Settings.defaults(date);
        var before = reader(BEFORE, date).read(none, false, Set.of());
        var fields = new HashMap<String, Object>(Map.of(field, value.replace(',', '\n')));
        var after = reader(fields, date).read(before.settings(), false, Connection.SECRETS);
        var connection = new Connection(
                ConnectionId.random(), before.settings(), false, Set.of(), Authorization.NOT_CHECKED, 0, Instant.EPOCH);
        return Widening.widens(connection, after.settings(), after.enabled());
    }

    private static SettingsReader reader(Map<String, ?> fields, LocalDate date) {
        return new SettingsReader(fields, text -> Optional.empty(), date);
    }
}
