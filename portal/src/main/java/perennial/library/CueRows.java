package perennial.library;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import perennial.video.Cue;

/** Writes the lines of captions. Joins the caller's transaction. */
@Repository
class CueRows {
    private static final int BATCH = 500;

    private final JdbcTemplate batches;

    CueRows(JdbcTemplate batches) {
        this.batches = batches;
    }

    void insert(long track, List<Cue> cues) {
        batches.batchUpdate(
                """
                insert into caption_cue (track, position, start_ms, end_ms, speaker, text)
                values (?, ?, ?, ?, ?, ?)""",
                IntStream.range(0, cues.size()).boxed().toList(),
                BATCH,
                (row, position) -> fill(row, track, position, cues.get(position)));
    }

    private static void fill(PreparedStatement row, long track, int position, Cue cue) throws SQLException {
        var speaker = cue.speaker();
        row.setLong(1, track);
        row.setInt(2, position);
        row.setLong(3, cue.start().toMillis());
        row.setLong(4, cue.end().toMillis());
        row.setString(5, speaker == null ? null : Versions.storable(speaker));
        row.setString(6, Versions.storable(cue.text()));
    }
}
