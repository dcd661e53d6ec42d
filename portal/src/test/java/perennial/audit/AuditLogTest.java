package perennial.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import perennial.PortalTest;

class AuditLogTest extends PortalTest {
    @Autowired
    AuditLog audit;

    @Autowired
    JdbcClient jdbc;

    @Test
    void findsEntriesByAnyOfTheirWords() {
        audit.record("mara@example.org", "people.role-changed", "tomas@example.org", "viewer → contributor");
        audit.record("mara@example.org", "settings.changed", "Portal settings", "name");

        assertThat(audit.entries(null, AuditFilter.words("TOMAS"), 10))
                .extracting(AuditEntry::action)
                .containsExactly("people.role-changed");
        assertThat(audit.entries(null, AuditFilter.words("100%"), 10)).isEmpty();
    }

    @Test
    void sortsByAreaAndDay() {
        audit.record("lee@example.org", "people.signed-in", "lee@example.org", "sorting");
        audit.record("lee@example.org", "people.group-made", "Staff", "sorting");
        audit.record("lee@example.org", "media.published", "media/1", "sorting");
        audit.record("lee@example.org", "zoom-connection.changed", "Northwind", "sorting");
        var now = Instant.now();

        assertThat(actions(new AuditFilter("sorting", AuditArea.ZOOM, null, null)))
                .containsExactly("zoom-connection.changed");
        assertThat(actions(new AuditFilter("sorting", AuditArea.SIGN_INS, null, null)))
                .containsExactly("people.signed-in");
        assertThat(actions(new AuditFilter("sorting", AuditArea.PEOPLE, null, null)))
                .containsExactly("people.group-made");
        assertThat(actions(new AuditFilter("sorting", AuditArea.VIDEOS, null, null)))
                .containsExactly("media.published");
        assertThat(actions(new AuditFilter("sorting", null, now.minusSeconds(600), now.plusSeconds(600))))
                .hasSize(4);
        assertThat(actions(new AuditFilter("sorting", null, null, now.minusSeconds(600))))
                .isEmpty();
        assertThat(audit.count(AuditFilter.words("sorting"), 1000)).isEqualTo(4);
        assertThat(audit.count(AuditFilter.words("sorting"), 2)).isEqualTo(2);
    }

    private List<String> actions(AuditFilter filter) {
        return audit.entries(null, filter, 10).stream().map(AuditEntry::action).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update audit_entry set actor = 'x'", "delete from audit_entry", "truncate audit_entry"})
    void refusesToForget(String sql) {
        audit.record("mara@example.org", "settings.changed", "Portal settings", "name");

        assertThatThrownBy(() -> jdbc.sql(sql).update()).hasMessageContaining("append-only");
    }
}
