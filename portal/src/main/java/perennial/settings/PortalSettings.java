package perennial.settings;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import perennial.audit.AuditLog;
import perennial.web.Brand;

/** The portal's settings, one row in the database, so that all nodes agree. */
@Service
public class PortalSettings implements Brand {
    private final JdbcClient jdbc;
    private final AuditLog audit;

    PortalSettings(JdbcClient jdbc, AuditLog audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    public Settings current() {
        return jdbc.sql("select * from portal_setting").query(SettingRow::read).single();
    }

    /** Asked for each page, and so one small query of its own. */
    @Override
    public Look look() {
        return jdbc.sql("select s.name, b.accent, b.logo_key from portal_setting s cross join portal_brand b")
                .query((row, number) -> {
                    var logo = row.getString("logo_key");
                    var address = logo == null ? null : "/brand/" + logo + ".png";
                    return new Look(row.getString("name"), row.getString("accent"), address);
                })
                .single();
    }

    /**
     * Replaces the settings and records what changed.
     *
     * @param actor e-mail address of the person who changes them
     */
    @Transactional
    public void change(Settings settings, String actor) {
        var before = jdbc.sql("select * from portal_setting for update")
                .query(SettingRow::read)
                .single();
        var differences = differences(before, settings);
        if (differences.isEmpty()) return;
        SettingRow.write(jdbc, settings);
        audit.record(actor, "settings.changed", "Portal settings", String.join(", ", differences));
    }

    private static List<String> differences(Settings before, Settings after) {
        var found = new ArrayList<String>();
        compare(found, "name", before.name(), after.name());
        compare(found, "time zone", before.timeZone(), after.timeZone());
        compare(found, "moderation", before.contentModeration(), after.contentModeration());
        compare(found, "approvals", before.approvalsNeeded(), after.approvalsNeeded());
        compare(found, "moderate moderators", before.moderateModerators(), after.moderateModerators());
        compare(found, "default publish", before.defaultPublish(), after.defaultPublish());
        return found;
    }

    private static void compare(List<String> found, String what, Object before, Object after) {
        if (!before.equals(after)) found.add("%s: %s → %s".formatted(what, before, after));
    }
}
