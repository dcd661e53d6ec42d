package perennial.settings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one row of {@code portal_setting}. */
final class SettingRow {
    private SettingRow() {}

    static Settings read(ResultSet row, int number) throws SQLException {
        var publish = new DefaultPublish(
                row.getString("publish_access"),
                row.getBoolean("publish_download"),
                row.getBoolean("publish_embed"),
                row.getBoolean("publish_share"),
                row.getBoolean("publish_comments"),
                row.getString("publish_category"));
        return new Settings(
                row.getString("name"),
                ZoneId.of(row.getString("time_zone")),
                row.getBoolean("content_moderation"),
                Math.min(row.getInt("approvals_needed"), Settings.MOST_APPROVALS),
                row.getBoolean("moderate_moderators"),
                publish);
    }

    static void write(JdbcClient jdbc, Settings settings) {
        var publish = settings.defaultPublish();
        jdbc.sql("""
                        update portal_setting set
                            name = :name, time_zone = :zone, content_moderation = :moderation,
                            approvals_needed = :approvals, moderate_moderators = :moderators,
                            publish_access = :access, publish_download = :download, publish_embed = :embed,
                            publish_share = :share, publish_comments = :comments, publish_category = :category""")
                .param("name", settings.name())
                .param("zone", settings.timeZone().getId())
                .param("moderation", settings.contentModeration())
                .param("approvals", settings.approvalsNeeded())
                .param("moderators", settings.moderateModerators())
                .param("access", publish.access())
                .param("download", publish.download())
                .param("embed", publish.embed())
                .param("share", publish.share())
                .param("comments", publish.comments())
                .param("category", publish.category())
                .update();
    }
}
