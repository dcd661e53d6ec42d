package perennial.sync;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A whole ledger at a glance, for counting and comparing. */
@Repository
class LedgerGlances {
    private final JdbcClient jdbc;

    LedgerGlances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One recording in short.
     *
     * @param bytes of its files, as stored, else as Zoom says
     * @param leftOut whether a rule left some of its files out
     */
    record Glance(
            LedgerRecording recording,
            String atZoom,
            boolean kept,
            boolean skippedByRule,
            long bytes,
            boolean leftOut) {
        /** Whether it could ever be deleted at Zoom, now or once it is imported and proven. */
        boolean deletable() {
            return switch (recording.state()) {
                case DELETED_AT_ZOOM, GONE_AT_ZOOM -> false;
                case SKIPPED -> skippedByRule && !kept;
                default -> !kept;
            };
        }
    }

    /** By UUID, newest first. */
    Map<String, Glance> of(String zoomAccount) {
        var glances = new LinkedHashMap<String, Glance>();
        jdbc.sql("""
                        select r.*, f.bytes, f.left_out from zoom_recording r
                        cross join lateral (
                            select coalesce(sum(coalesce(size_bytes, size_said)), 0)::bigint as bytes,
                                coalesce(bool_or(state = 'left-out' and left_out_by = 'rule'), false) as left_out
                            from zoom_file where recording_id = r.id
                        ) f
                        where r.zoom_account = :account order by r.started_at desc, r.id""")
                .param("account", zoomAccount)
                .query((row, n) -> new Glance(
                        RecordingRows.toRecording(row, n),
                        row.getString("at_zoom"),
                        !row.getString("kept_at_zoom").isEmpty(),
                        row.getBoolean("skipped_by_rule"),
                        row.getLong("bytes"),
                        row.getBoolean("left_out")))
                .list()
                .forEach(glance -> glances.put(glance.recording().uuid(), glance));
        return glances;
    }
}
