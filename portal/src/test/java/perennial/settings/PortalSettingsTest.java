package perennial.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import perennial.PortalTest;
import perennial.audit.AuditFilter;
import perennial.audit.AuditLog;

class PortalSettingsTest extends PortalTest {
    @Autowired
    PortalSettings settings;

    @Autowired
    AuditLog audit;

    @Test
    void beginWithTheDefaultsAndRecordEachChangeOnce() {
        assertThat(settings.current().name()).isEqualTo("Perennial");
        assertThat(settings.current().defaultPublish()).isEqualTo(DefaultPublish.initial());

        var changed = new Settings("Halden", ZoneId.of("Europe/Oslo"), true, 2, false, DefaultPublish.initial());
        settings.change(changed, "mara@example.org");
        settings.change(changed, "mara@example.org");

        assertThat(settings.current()).isEqualTo(changed);
        assertThat(audit.entries(null, AuditFilter.words("Halden"), 10))
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.detail()).contains("name: Perennial → Halden", "moderation: false → true"));
    }
}
