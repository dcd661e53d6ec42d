package perennial.sync;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The timelines of recordings: what happened, and the evidence. Only ever added to. */
@Repository
class Events {
    private final JdbcClient jdbc;
    private final Clock clock;

    Events(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param kind a word for scripts, such as {@code file-stored} */
    void add(RecordingId recording, String kind, String sentence) {
        add(recording, kind, sentence, "");
    }

    /** @param evidence figures and hashes that prove it */
    void add(RecordingId recording, String kind, String sentence, String evidence) {
        jdbc.sql("""
                        insert into recording_event (recording_id, at, kind, sentence, evidence)
                        values (:recording, :now, :kind, :sentence, :evidence)""")
                .param("recording", recording.value())
                .param("now", Sql.at(clock.instant()))
                .param("kind", kind)
                .param("sentence", Sql.storable(sentence))
                .param("evidence", Sql.storable(evidence))
                .update();
    }

    /** Oldest first, at most 1,000. */
    List<RecordingEvent> of(RecordingId recording) {
        return jdbc.sql("""
                        select at, kind, sentence, evidence from recording_event where recording_id = :recording
                        order by id limit 1000""")
                .param("recording", recording.value())
                .query((row, n) -> new RecordingEvent(
                        Sql.instant(row, "at"),
                        row.getString("kind"),
                        row.getString("sentence"),
                        row.getString("evidence")))
                .list();
    }
}
