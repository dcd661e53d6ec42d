package perennial.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

        assertThat(audit.entries(null, "TOMAS", 10))
                .extracting(AuditEntry::action)
                .containsExactly("people.role-changed");
        assertThat(audit.entries(null, "100%", 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update audit_entry set actor = 'x'", "delete from audit_entry", "truncate audit_entry"})
    void refusesToForget(String sql) {
        audit.record("mara@example.org", "settings.changed", "Portal settings", "name");

        assertThatThrownBy(() -> jdbc.sql(sql).update()).hasMessageContaining("append-only");
    }
}
