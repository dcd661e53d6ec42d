package perennial.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Certificates and the intents that need them. A certificate is computed by the database out of the ledger in the statement
 * that writes it, so nothing can be certified that the gate does not let through.
 */
@Repository
class Certificates {
    private final JdbcClient jdbc;
    private final Clock clock;

    Certificates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Certifies what the gate lets through at this moment; empty when it does not.
     *
     * @param lookedAt when Zoom showed {@code filesAtZoom} files, none of them lacking here
     */
    Optional<UUID> issue(RecordingId recording, Instant lookedAt, int filesAtZoom) {
        return jdbc.sql("""
                        insert into deletion_certificate (
                            id, recording_id, issued_at, files, files_stored, files_durable, files_verified, files_left_out,
                            left_out_allowed, size_mismatches, quarantined, size_bytes, evidence, items, item_statuses,
                            stored_at, verified_at, grace_ms, grace_until, looked_at, files_at_zoom, files_lacking)
                        select gen_random_uuid(), g.id, :now, g.files, g.stored, g.durable, g.verified, g.left_out,
                            g.delete_unimported, g.wrong_size, g.quarantined, g.bytes,
                            (select jsonb_agg(jsonb_build_object('key', z.file_key, 'size', z.size_bytes, 'sha256', z.sha256,
                                    'storedAt', z.stored_at, 'readBackAt', z.verified_at) order by z.file_key)
                             from zoom_file z where z.recording_id = g.id and z.state = 'stored'),
                            g.media_ids, g.item_statuses, g.stored_at, g.verified_at, g.delete_grace_ms, g.grace_until,
                            :looked, :atZoom, 0
                        from (%s) g where g.blocks = '{}'
                        returning id""".formatted(DeletionGate.QUERY.formatted("r.id = :id")))
                .param("now", Sql.at(clock.instant()))
                .param("looked", Sql.at(lookedAt))
                .param("atZoom", filesAtZoom)
                .param("id", recording.value())
                .query(UUID.class)
                .optional();
    }

    /** @throws org.springframework.dao.DataIntegrityViolationException without a certificate of this very recording */
    void intend(RecordingId recording, UUID certificate, boolean permanently, String allowedBy) {
        jdbc.sql("""
                        insert into deletion_intent
                            (id, recording_id, certificate_id, permanently, allowed_by, state, intended_at)
                        values (gen_random_uuid(), :recording, :certificate, :permanently, :by, 'intended', :now)""")
                .param("recording", recording.value())
                .param("certificate", certificate)
                .param("permanently", permanently)
                .param("by", allowedBy)
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    /** The one that is not over yet. */
    Optional<DeletionIntent> open(RecordingId recording) {
        return jdbc.sql("""
                        select * from deletion_intent
                        where recording_id = :recording and state in ('intended', 'called')""")
                .param("recording", recording.value())
                .query(Certificates::toIntent)
                .optional();
    }

    /** The latest one, whatever came of it. */
    Optional<DeletionIntent> latest(RecordingId recording) {
        return jdbc.sql("""
                        select * from deletion_intent where recording_id = :recording
                        order by intended_at desc, id limit 1""")
                .param("recording", recording.value())
                .query(Certificates::toIntent)
                .optional();
    }

    Optional<DeletionCertificate> latestCertificate(RecordingId recording) {
        return jdbc.sql("""
                        select * from deletion_certificate where recording_id = :recording
                        order by issued_at desc, id limit 1""")
                .param("recording", recording.value())
                .query(Certificates::toCertificate)
                .optional();
    }

    /** The call is about to be made: from now on only a look at Zoom tells whether it was. */
    void calling(UUID intent) {
        jdbc.sql("update deletion_intent set calling_at = :now where id = :id and state = 'intended'")
                .param("now", Sql.at(clock.instant()))
                .param("id", intent)
                .update();
    }

    void called(UUID intent, String answer) {
        jdbc.sql("""
                        update deletion_intent set state = 'called', called_at = :now, answer = :answer
                        where id = :id and state = 'intended'""")
                .param("now", Sql.at(clock.instant()))
                .param("answer", answer)
                .param("id", intent)
                .update();
    }

    void done(UUID intent, String readBack) {
        jdbc.sql("""
                        update deletion_intent set state = 'done', done_at = :now, read_back = :seen
                        where id = :id and state = 'called'""")
                .param("now", Sql.at(clock.instant()))
                .param("seen", readBack)
                .param("id", intent)
                .update();
    }

    void stop(UUID intent, String why) {
        jdbc.sql("update deletion_intent set state = 'stopped', read_back = :why where id = :id and state <> 'done'")
                .param("why", why)
                .param("id", intent)
                .update();
    }

    void recovered(RecordingId recording) {
        jdbc.sql("update deletion_intent set state = 'recovered' where recording_id = :recording and state = 'done'")
                .param("recording", recording.value())
                .update();
    }

    private static DeletionIntent toIntent(ResultSet row, int number) throws SQLException {
        return new DeletionIntent(
                row.getObject("id", UUID.class),
                new RecordingId(row.getObject("recording_id", UUID.class)),
                row.getObject("certificate_id", UUID.class),
                row.getBoolean("permanently"),
                row.getString("allowed_by"),
                Word.parse(IntentState.class, row.getString("state")),
                Sql.instant(row, "intended_at"),
                Sql.instantOrNull(row, "calling_at"),
                Sql.instantOrNull(row, "called_at"),
                row.getString("answer"),
                Sql.instantOrNull(row, "done_at"),
                row.getString("read_back"));
    }

    private static DeletionCertificate toCertificate(ResultSet row, int number) throws SQLException {
        return new DeletionCertificate(
                row.getObject("id", UUID.class),
                new RecordingId(row.getObject("recording_id", UUID.class)),
                Sql.instant(row, "issued_at"),
                row.getInt("files"),
                row.getInt("files_stored"),
                row.getInt("files_left_out"),
                row.getLong("size_bytes"),
                Sql.instant(row, "stored_at"),
                Sql.instant(row, "verified_at"),
                Sql.instant(row, "grace_until"),
                Sql.instant(row, "looked_at"),
                row.getInt("files_at_zoom"));
    }
}
