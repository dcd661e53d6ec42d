package perennial.sync;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import perennial.storage.Blob;
import perennial.storage.BlobId;
import perennial.video.JoinedView;
import perennial.video.RefusedPart;

/** The rows of joined views and of what was made for them, so that each is made once whatever happens before it is published. */
@Repository
class JoinRows {
    private final JdbcClient jdbc;

    JoinRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param blob null until it is kept; then it is the part */
    record Join(BlobId part, @Nullable BlobId blob) {}

    /** The join whose own bytes have this hash: equal segments joined alike. */
    Optional<Join> find(RecordingId recording, String view, String sha256) {
        return jdbc.sql("""
                        select part_id, blob_id from zoom_join
                        where recording_id = :recording and view = :view and sha256 = :sha256""")
                .param("recording", recording.value())
                .param("view", view)
                .param("sha256", sha256)
                .query((row, n) -> {
                    var blob = row.getObject("blob_id", UUID.class);
                    return new Join(
                            new BlobId(row.getObject("part_id", UUID.class)), blob == null ? null : new BlobId(blob));
                })
                .optional();
    }

    void begin(RecordingId recording, String view, String sha256, BlobId part) {
        jdbc.sql("""
                        insert into zoom_join (recording_id, view, sha256, part_id)
                        values (:recording, :view, :sha256, :part)""")
                .param("recording", recording.value())
                .param("view", view)
                .param("sha256", sha256)
                .param("part", part.value())
                .update();
    }

    /** Notes that the own bytes of a join are kept, and how each of its segments came into it. */
    void made(RecordingId recording, JoinedView joined, Blob blob, long lengthMillis) {
        jdbc.sql("""
                        update zoom_join set blob_id = :blob, length_ms = :length, width = :width, height = :height
                        where recording_id = :recording and view = :view and sha256 = :sha256""")
                .param("blob", blob.id().value())
                .param("length", lengthMillis)
                .param("width", joined.width())
                .param("height", joined.height())
                .param("recording", recording.value())
                .param("view", joined.view())
                .param("sha256", blob.sha256())
                .update();
        for (int i = 0; i < joined.decisions().size(); i++) {
            var decision = joined.decisions().get(i);
            jdbc.sql("""
                            insert into zoom_join_segment
                                (recording_id, view, sha256, segment, starts_us, kind, reason)
                            values (:recording, :view, :sha256, :segment, :starts, :kind, :reason)
                            on conflict do nothing""")
                    .param("recording", recording.value())
                    .param("view", joined.view())
                    .param("sha256", blob.sha256())
                    .param("segment", i)
                    .param("starts", joined.starts().get(i).toNanos() / 1000)
                    .param("kind", decision.kind().name())
                    .param("reason", Sql.storable(decision.reason()))
                    .update();
        }
    }

    /** Notes which parts the latest plan refuses, in place of those of the plan before. */
    void refused(RecordingId recording, List<RefusedPart> parts) {
        jdbc.sql("delete from zoom_refused_part where recording_id = :recording")
                .param("recording", recording.value())
                .update();
        for (var part : parts) {
            jdbc.sql("""
                            insert into zoom_refused_part (recording_id, view, segment, kind, reason)
                            values (:recording, :view, :segment, :kind, :reason)""")
                    .param("recording", recording.value())
                    .param("view", part.view())
                    .param("segment", part.segment())
                    .param("kind", part.decision().kind().name())
                    .param("reason", Sql.storable(part.decision().reason()))
                    .update();
        }
    }

    /** What FFmpeg made of a segment by this recipe. */
    Optional<BlobId> fitted(RecordingId recording, BlobId source, String recipe) {
        return jdbc.sql("""
                        select blob_id from zoom_fitted
                        where recording_id = :recording and source = :source and recipe = :recipe""")
                .param("recording", recording.value())
                .param("source", source.value())
                .param("recipe", recipe)
                .query((row, n) -> new BlobId(row.getObject("blob_id", UUID.class)))
                .optional();
    }

    void fitted(RecordingId recording, BlobId source, String recipe, BlobId made) {
        jdbc.sql("""
                        insert into zoom_fitted (recording_id, source, recipe, blob_id)
                        values (:recording, :source, :recipe, :made) on conflict do nothing""")
                .param("recording", recording.value())
                .param("source", source.value())
                .param("recipe", recipe)
                .param("made", made.value())
                .update();
    }

    /** Of {@code candidates}, those that are named here. */
    Set<BlobId> naming(UUID[] candidates) {
        return new HashSet<>(jdbc.sql("""
                        select part_id from zoom_join where part_id = any(:ids)
                        union select blob_id from zoom_fitted where blob_id = any(:ids)""")
                .param("ids", candidates)
                .query((row, n) -> new BlobId(row.getObject("part_id", UUID.class)))
                .list());
    }
}
