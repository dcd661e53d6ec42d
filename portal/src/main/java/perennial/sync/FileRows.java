package perennial.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import perennial.storage.Blob;
import perennial.storage.BlobId;
import perennial.video.Probe;

/** The rows of files, each method one statement. */
@Repository
class FileRows {
    private final JdbcClient jdbc;
    private final Clock clock;

    FileRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In order of their segments. */
    List<LedgerFile> of(RecordingId recording) {
        return jdbc.sql("""
                        select * from zoom_file where recording_id = :recording
                        order by starts_at nulls last, file_type, recording_type, file_key""")
                .param("recording", recording.value())
                .query(FileRows::toFile)
                .list();
    }

    /** The files of a page of the ledger, by recording. */
    Map<RecordingId, List<LedgerFile>> of(Collection<RecordingId> recordings) {
        return jdbc
                .sql("""
                        select * from zoom_file where recording_id = any(:recordings)
                        order by recording_id, starts_at nulls last, file_type, recording_type, file_key""")
                .param("recordings", recordings.stream().map(RecordingId::value).toArray(UUID[]::new))
                .query(FileRows::toFile)
                .stream()
                .collect(Collectors.groupingBy(LedgerFile::recording));
    }

    /** What is on its way right now for a Zoom account. */
    List<ArrivingFile> arriving(String zoomAccount) {
        return jdbc.sql("""
                        select f.*, r.topic from zoom_file f join zoom_recording r on r.id = f.recording_id
                        where r.zoom_account = :account and r.state = 'importing' and f.state = 'downloading'
                        order by r.started_at desc, f.starts_at, f.file_key limit 100""")
                .param("account", zoomAccount)
                .query((row, n) -> {
                    var file = toFile(row, n);
                    return new ArrivingFile(
                            file.recording(),
                            row.getString("topic"),
                            file.label(),
                            row.getLong("bytes_done"),
                            file.sizeSaid(),
                            row.getLong("bytes_per_second"));
                })
                .list();
    }

    /**
     * An attempt begins.
     *
     * @param part where its bytes go; the one it has, so that it is resumed, or a new one
     */
    void begin(UUID file, BlobId part, long bytesDone) {
        jdbc.sql("""
                        update zoom_file
                        set state = 'downloading', reason = '', part_id = :part, attempts = attempts + 1,
                            bytes_done = :done, bytes_per_second = 0, progress_at = :now
                        where id = :id""")
                .param("part", part.value())
                .param("done", bytesDone)
                .param("now", Sql.at(clock.instant()))
                .param("id", file)
                .update();
    }

    void progress(UUID file, long bytesDone, long bytesPerSecond) {
        jdbc.sql("""
                        update zoom_file set bytes_done = :done, bytes_per_second = :rate, progress_at = :now
                        where id = :id""")
                .param("done", bytesDone)
                .param("rate", bytesPerSecond)
                .param("now", Sql.at(clock.instant()))
                .param("id", file)
                .update();
    }

    /** @param probe null when it is no media */
    void stored(UUID file, Blob blob, @Nullable Probe probe, String remark) {
        var video = probe == null ? null : probe.video();
        jdbc.sql("""
                        update zoom_file
                        set state = 'stored', reason = :remark, part_id = null, blob_id = :blob, size_bytes = :size,
                            sha256 = :sha256, length_ms = :length, width = :width, height = :height,
                            verified_at = null, verified_sha256 = null, quarantine = '',
                            bytes_done = :size, bytes_per_second = 0, stored_at = :now
                        where id = :id""")
                .param("remark", remark)
                .param("blob", blob.id().value())
                .param("size", blob.size())
                .param("sha256", blob.sha256())
                .param("length", probe == null ? null : probe.length().toMillis())
                .param("width", video == null ? null : video.width())
                .param("height", video == null ? null : video.height())
                .param("now", Sql.at(clock.instant()))
                .param("id", file)
                .update();
    }

    /** @param forgetPart whether what came is worth nothing, so that the next attempt begins anew */
    void failed(UUID file, String reason, boolean forgetPart) {
        jdbc.sql("""
                        update zoom_file
                        set state = 'failed', reason = :reason, bytes_per_second = 0,
                            part_id = case when :forget then null else part_id end,
                            bytes_done = case when :forget then 0 else bytes_done end
                        where id = :id and state <> 'stored'""")
                .param("reason", Sql.storable(reason))
                .param("forget", forgetPart)
                .param("id", file)
                .update();
    }

    /** @param byRule whether a rule of the settings leaves it out; else Zoom gives no way to fetch it */
    void leftOut(UUID file, boolean byRule, String reason) {
        jdbc.sql("""
                        update zoom_file set state = 'left-out', left_out_by = :by, reason = :reason
                        where id = :id and state <> 'stored'""")
                .param("by", byRule ? "rule" : "address")
                .param("reason", reason)
                .param("id", file)
                .update();
    }

    /** What was interrupted waits for its turn again; its part is kept. */
    void interrupted(RecordingId recording) {
        jdbc.sql("""
                        update zoom_file set state = 'found', bytes_per_second = 0
                        where recording_id = :recording and state = 'downloading'""").param("recording", recording.value()).update();
    }

    boolean anyToFetch(RecordingId recording) {
        return jdbc.sql("""
                        select exists (select 1 from zoom_file
                                       where recording_id = :recording and state in ('found', 'waiting'))""")
                .param("recording", recording.value())
                .query(Boolean.class)
                .single();
    }

    /** Of {@code candidates}, those that files name, whole or arriving. */
    Set<BlobId> naming(UUID[] candidates) {
        return new HashSet<>(jdbc.sql("""
                        select part_id as id from zoom_file where part_id = any(:ids)
                        union select blob_id from zoom_file where blob_id = any(:ids)""")
                .param("ids", candidates)
                .query((row, n) -> new BlobId(row.getObject("id", UUID.class)))
                .list());
    }

    private static LedgerFile toFile(ResultSet row, int number) throws SQLException {
        var part = row.getObject("part_id", UUID.class);
        var blob = row.getObject("blob_id", UUID.class);
        return new LedgerFile(
                row.getObject("id", UUID.class),
                new RecordingId(row.getObject("recording_id", UUID.class)),
                row.getString("file_key"),
                row.getString("zoom_id"),
                row.getString("file_type"),
                row.getString("extension"),
                row.getString("recording_type"),
                Sql.instantOrNull(row, "starts_at"),
                Sql.instantOrNull(row, "ends_at"),
                row.getObject("size_said", Long.class),
                row.getString("file_name"),
                row.getBoolean("participant_audio"),
                Word.parse(FileState.class, row.getString("state")),
                row.getString("reason"),
                row.getInt("attempts"),
                part == null ? null : new BlobId(part),
                blob == null ? null : new BlobId(blob),
                row.getLong("size_bytes"),
                row.getString("sha256"),
                Sql.lengthOrNull(row, "length_ms"),
                row.getInt("width"),
                row.getInt("height"));
    }
}
