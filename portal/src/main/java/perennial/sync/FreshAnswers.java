package perennial.sync;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import perennial.secrets.CannotOpen;
import perennial.secrets.Vault;
import perennial.zoom.Recording;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hands what a look has just read at Zoom to the import it asks for, on whichever node that runs: a recording that arrives by
 * a webhook costs one call. Sealed in the database, as it holds the addresses of files; each answer is used once.
 */
@Repository
class FreshAnswers {
    /** Older ones say too little about the present. */
    private static final Duration FRESH = Duration.ofMinutes(2);

    private static final Logger LOG = LoggerFactory.getLogger(FreshAnswers.class);

    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json;
    private final Clock clock;

    FreshAnswers(JdbcClient jdbc, Vault vault, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
    }

    /** Joins the caller's transaction. */
    void keep(RecordingId recording, Recording answer) {
        jdbc.sql("""
                        insert into zoom_answer (recording_id, answer, read_at) values (:id, :answer, :now)
                        on conflict (recording_id) do update set answer = excluded.answer, read_at = excluded.read_at""")
                .param("id", recording.value())
                .param("answer", vault.seal(context(recording), json.writeValueAsString(answer)))
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    /** The latest, if it is fresh and can be read: else Zoom is there to be asked. It is gone then. */
    Optional<Recording> take(RecordingId recording) {
        var now = clock.instant();
        return jdbc.sql("delete from zoom_answer where recording_id = :id returning answer, read_at")
                .param("id", recording.value())
                .query((row, n) ->
                        Sql.instant(row, "read_at").isBefore(now.minus(FRESH)) ? "" : row.getString("answer"))
                .optional()
                .filter(text -> !text.isEmpty())
                .flatMap(text -> read(recording, text));
    }

    private Optional<Recording> read(RecordingId recording, String text) {
        try {
            return Optional.of(json.readValue(vault.open(context(recording), text), Recording.class));
        } catch (CannotOpen | JacksonException e) {
            LOG.warn("a kept answer cannot be read recording={} reason=\"{}\"", recording, e.getMessage());
            return Optional.empty();
        }
    }

    /** Drops those that came too late for any import. */
    void forget() {
        jdbc.sql("delete from zoom_answer where read_at < :before")
                .param("before", Sql.at(clock.instant().minus(FRESH)))
                .update();
    }

    private static String context(RecordingId recording) {
        return "zoom_answer/" + recording;
    }
}
