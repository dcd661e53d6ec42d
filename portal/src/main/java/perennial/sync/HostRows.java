package perennial.sync;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import perennial.zoom.ZoomUser;

/** The people of Zoom that recordings come from, as Zoom last described them. */
@Repository
class HostRows {
    private final JdbcClient jdbc;
    private final Clock clock;

    /** @param accountCreated whether an import made their account in the portal */
    record Known(
            String hostId,
            String email,
            String name,
            @Nullable String zone,
            @Nullable String language,
            boolean accountCreated) {}

    HostRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void seen(String zoomAccount, ZoomUser user) {
        if (user.id() == null) return;
        jdbc.sql("""
                        insert into zoom_host (zoom_account, host_id, email, name, zone, language, seen_at)
                        values (:account, :id, :email, :name, :zone, :language, :now)
                        on conflict (zoom_account, host_id) do update
                        set email = excluded.email, name = excluded.name, zone = excluded.zone,
                            language = excluded.language, seen_at = excluded.seen_at""")
                .param("account", zoomAccount)
                .param("id", user.id())
                .param("email", Sql.storable(user.email()))
                .param("name", Sql.storable(user.displayName().isBlank() ? user.email() : user.displayName()))
                .param("zone", user.timezone())
                .param("language", user.language())
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    Optional<Known> find(String zoomAccount, String hostId) {
        return jdbc.sql("select * from zoom_host where zoom_account = :account and host_id = :id")
                .param("account", zoomAccount)
                .param("id", hostId)
                .query((row, n) -> new Known(
                        hostId,
                        row.getString("email"),
                        row.getString("name"),
                        row.getString("zone"),
                        row.getString("language"),
                        row.getBoolean("account_created")))
                .optional();
    }

    void accountCreated(String zoomAccount, String hostId) {
        jdbc.sql("update zoom_host set account_created = true where zoom_account = :account and host_id = :id")
                .param("account", zoomAccount)
                .param("id", hostId)
                .update();
    }
}
