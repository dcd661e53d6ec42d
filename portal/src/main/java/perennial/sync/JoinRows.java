package perennial.sync;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import perennial.storage.Blob;
import perennial.storage.BlobId;
import perennial.video.Probe;

/** The rows of joined views, so that a join is made once whatever happens before it is published. */
@Repository
class JoinRows {
    private final JdbcClient jdbc;

    JoinRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param blob null until it is made; then its size follows */
    record Join(BlobId part, @Nullable BlobId blob, int width, int height) {}

    Optional<Join> find(RecordingId recording, String view, String sources) {
        return jdbc.sql("""
                        select part_id, blob_id, width, height from zoom_join
                        where recording_id = :recording and view = :view and sources = :sources""")
                .param("recording", recording.value())
                .param("view", view)
                .param("sources", sources)
                .query((row, n) -> {
                    var blob = row.getObject("blob_id", UUID.class);
                    return new Join(
                            new BlobId(row.getObject("part_id", UUID.class)),
                            blob == null ? null : new BlobId(blob),
                            row.getInt("width"),
                            row.getInt("height"));
                })
                .optional();
    }

    void begin(RecordingId recording, String view, String sources, BlobId part) {
        jdbc.sql("""
                        insert into zoom_join (recording_id, view, sources, part_id)
                        values (:recording, :view, :sources, :part)""")
                .param("recording", recording.value())
                .param("view", view)
                .param("sources", sources)
                .param("part", part.value())
                .update();
    }

    void made(RecordingId recording, String view, String sources, Blob blob, Probe probe, String remarks) {
        var video = probe.video();
        jdbc.sql("""
                        update zoom_join
                        set blob_id = :blob, length_ms = :length, width = :width, height = :height, remarks = :remarks
                        where recording_id = :recording and view = :view and sources = :sources""")
                .param("blob", blob.id().value())
                .param("length", probe.length().toMillis())
                .param("width", video == null ? 0 : video.width())
                .param("height", video == null ? 0 : video.height())
                .param("remarks", remarks)
                .param("recording", recording.value())
                .param("view", view)
                .param("sources", sources)
                .update();
    }

    Set<BlobId> naming(UUID[] candidates) {
        return new HashSet<>(jdbc.sql("select part_id from zoom_join where part_id = any(:ids)")
                .param("ids", candidates)
                .query((row, n) -> new BlobId(row.getObject("part_id", UUID.class)))
                .list());
    }
}
