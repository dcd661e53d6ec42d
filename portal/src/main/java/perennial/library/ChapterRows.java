package perennial.library;

import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Writes the chapters of a version. Joins the caller's transaction. */
@Repository
class ChapterRows {
    private static final int BATCH = 500;

    private final JdbcTemplate batches;

    ChapterRows(JdbcTemplate batches) {
        this.batches = batches;
    }

    void insert(MediaId media, int version, List<ChapterMark> chapters) {
        batches.batchUpdate(
                "insert into chapter (media, version, position, start_ms, title) values (?, ?, ?, ?, ?)",
                IntStream.range(0, chapters.size()).boxed().toList(),
                BATCH,
                (row, position) -> {
                    var chapter = chapters.get(position);
                    row.setObject(1, media.value());
                    row.setInt(2, version);
                    row.setInt(3, position);
                    row.setLong(4, chapter.start().toMillis());
                    row.setString(5, Versions.storable(chapter.title()));
                });
    }
}
