package perennial.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import perennial.video.TimeMap;

/** When recordings were paused (M2). Known from webhooks alone, so a pause may lack its beginning or its end. */
@Repository
class Pauses {
    private final JdbcClient jdbc;

    Pauses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Notes one event; repeated ones are one.
     *
     * @return whether it is new
     */
    boolean note(String zoomAccount, Hint.Paused event) {
        return jdbc.sql("""
                        insert into zoom_pause (zoom_account, uuid, at, resumed) values (:account, :uuid, :at, :resumed)
                        on conflict do nothing""")
                        .param("account", zoomAccount)
                        .param("uuid", event.uuid())
                        .param("at", Sql.at(event.at()))
                        .param("resumed", event.resumed())
                        .update()
                > 0;
    }

    /** In order. One without an end lasts as long as its segment; an end without a beginning is none. */
    List<TimeMap.Pause> of(LedgerRecording recording) {
        var pauses = new ArrayList<TimeMap.Pause>();
        Instant begun = null;
        for (var event : events(recording)) {
            if (!event.resumed() && begun == null) begun = event.at();
            if (event.resumed() && begun != null) {
                pauses.add(new TimeMap.Pause(begun, event.at()));
                begun = null;
            }
        }
        if (begun != null) pauses.add(new TimeMap.Pause(begun, Instant.MAX));
        return pauses;
    }

    private List<Hint.Paused> events(LedgerRecording recording) {
        return jdbc.sql("""
                        select uuid, at, resumed from zoom_pause where zoom_account = :account and uuid = :uuid
                        order by at, resumed""")
                .param("account", recording.zoomAccount())
                .param("uuid", recording.uuid())
                .query((row, n) ->
                        new Hint.Paused(row.getString("uuid"), Sql.instant(row, "at"), row.getBoolean("resumed")))
                .list();
    }

    /** Drops those of recordings that never came. */
    void forget(Instant before) {
        jdbc.sql("""
                        delete from zoom_pause p where at < :before and not exists (
                            select 1 from zoom_recording r where r.zoom_account = p.zoom_account and r.uuid = p.uuid)""").param("before", Sql.at(before)).update();
    }
}
