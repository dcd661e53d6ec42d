package perennial.library;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes what a version of an item is made of. Every method joins the caller's transaction. */
@Repository
class Versions {
    private static final int BATCH = 500;
    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final CueRows cues;
    private final ChapterRows chapters;
    private final HandEdits byHand;
    private final Clock clock;

    Versions(JdbcClient jdbc, JdbcTemplate batches, CueRows cues, ChapterRows chapters, HandEdits byHand, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.cues = cues;
        this.chapters = chapters;
        this.byHand = byHand;
        this.clock = clock;
    }

    /** The first version of an item. */
    void first(MediaId media, Content content) {
        write(media, 1, content);
    }

    /** The next version of an item, with the words that people wrote for the one shown; tells its number. */
    int next(MediaId media, int shown, Content content) {
        int number = jdbc.sql("update media set versions_made = versions_made + 1 where id = ? returning versions_made")
                .params(media.value())
                .query(Integer.class)
                .single();
        write(media, number, content);
        byHand.carry(media, shown, number);
        return number;
    }

    /** Writes what people wrote into {@code from} into {@code to}, too. */
    void carry(MediaId media, int from, int to) {
        byHand.carry(media, from, to);
    }

    private void write(MediaId media, int number, Content content) {
        jdbc.sql("insert into media_version (media, number, fingerprint, length_ms, made_at) values (?, ?, ?, ?, ?)")
                .params(
                        media.value(),
                        number,
                        Fingerprint.of(content),
                        content.length().toMillis(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        segments(media, number, content.segments());
        streams(media, number, content.streams());
        originals(media, number, content.originals());
        captions(media, number, content.captions());
        chapters.insert(media, number, content.chapters());
        chat(media, number, content.chat());
    }

    /**
     * Notes that all versions but {@code number} are replaced, and forgets those of all items that were replaced long ago: by
     * then nobody is in the middle of watching one. Their blobs are freed by storage's clean-up.
     */
    void retire(MediaId media, int number) {
        var now = clock.instant();
        jdbc.sql(
                        "update media_version set replaced_at = ? where media = ? and number <> ? and replaced_at is null and not waits")
                .params(now.atOffset(ZoneOffset.UTC), media.value(), number)
                .update();
        jdbc.sql("delete from media_version where replaced_at < ?")
                .params(now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }

    String fingerprint(MediaId media, int number) {
        return jdbc.sql("select fingerprint from media_version where media = ? and number = ?")
                .params(media.value(), number)
                .query(String.class)
                .single();
    }

    private void segments(MediaId media, int version, List<SegmentPlace> segments) {
        insert(
                "insert into media_segment (media, version, position, recorded_at, start_ms) values (?, ?, ?, ?, ?)",
                segments,
                (row, segment, position) -> fill(
                        row,
                        media.value(),
                        version,
                        position,
                        segment.recordedAt().atOffset(ZoneOffset.UTC),
                        segment.start().toMillis()));
    }

    private void streams(MediaId media, int version, List<StreamPart> streams) {
        insert(
                """
                insert into media_stream (media, version, view, position, width, height, audio_only)
                values (?, ?, ?, ?, ?, ?, ?)""",
                streams,
                (row, stream, position) -> fill(
                        row,
                        media.value(),
                        version,
                        stream.view(),
                        position,
                        stream.width(),
                        stream.height(),
                        stream.audioOnly()));
        for (var stream : streams) {
            insert(
                    """
                    insert into piece (media, version, view, position, blob, offset_bytes, length_bytes)
                    values (?, ?, ?, ?, ?, ?, ?)""",
                    stream.bytes().pieces(),
                    (row, piece, position) -> fill(
                            row,
                            media.value(),
                            version,
                            stream.view(),
                            position,
                            piece.blob().value(),
                            piece.offset(),
                            piece.length()));
        }
    }

    private void originals(MediaId media, int version, List<OriginalFile> files) {
        insert(
                """
                insert into media_original
                    (media, version, blob, position, name, type, recording_type, size_bytes, sha256, segment)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                files,
                (row, file, position) -> fill(
                        row,
                        media.value(),
                        version,
                        file.blob().value(),
                        position,
                        storable(file.name()),
                        storable(file.type()),
                        storable(file.recordingType()),
                        file.size(),
                        file.sha256(),
                        file.segment()));
    }

    private void captions(MediaId media, int version, List<Track> tracks) {
        for (var i = 0; i < tracks.size(); i++) {
            caption(media, version, tracks.get(i), i, false);
        }
    }

    /** One language of a version; {@code byHand}: a person brought it. */
    void caption(MediaId media, int version, Track track, int position, boolean byHand) {
        var id = jdbc.sql("""
                        insert into text_track (media, version, language, label, position, by_hand)
                        values (?, ?, ?, ?, ?, ?) returning id""")
                .params(media.value(), version, track.language(), storable(track.label()), position, byHand)
                .query(Long.class)
                .single();
        cues.insert(id, track.cues());
    }

    private void chat(MediaId media, int version, List<ChatLine> lines) {
        insert(
                "insert into chat_message (media, version, position, at_ms, sender, text) values (?, ?, ?, ?, ?, ?)",
                lines,
                (row, line, position) -> fill(
                        row,
                        media.value(),
                        version,
                        position,
                        line.at().toMillis(),
                        storable(line.from()),
                        storable(line.text())));
    }

    /** PostgreSQL keeps every character but NUL. */
    static String storable(String text) {
        return text.replace("\u0000", "");
    }

    private <T> void insert(String sql, List<T> items, Row<T> row) {
        var numbered = IntStream.range(0, items.size()).boxed().toList();
        batches.batchUpdate(sql, numbered, BATCH, (statement, i) -> row.fill(statement, items.get(i), i));
    }

    private static void fill(PreparedStatement row, Object... values) throws SQLException {
        for (var i = 0; i < values.length; i++) {
            row.setObject(i + 1, values[i]);
        }
    }

    private interface Row<T> {
        void fill(PreparedStatement statement, T item, int position) throws SQLException;
    }
}
