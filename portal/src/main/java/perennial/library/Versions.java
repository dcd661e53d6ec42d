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
import perennial.video.Cue;

/** Writes what a version of an item is made of. Every method joins the caller's transaction. */
@Repository
class Versions {
    private static final int BATCH = 500;
    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    Versions(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    void write(MediaId media, int number, Content content) {
        jdbc.sql("insert into media_version (media, number, fingerprint, made_at) values (?, ?, ?, ?)")
                .params(
                        media.value(),
                        number,
                        Fingerprint.of(content),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        streams(media, number, content.streams());
        originals(media, number, content.originals());
        captions(media, number, content.captions());
        chapters(media, number, content.chapters());
        chat(media, number, content.chat());
    }

    /**
     * Notes that all versions but {@code number} are replaced, and forgets those of all items that were replaced long ago: by
     * then nobody is in the middle of watching one. Their blobs are freed by storage's clean-up.
     */
    void retire(MediaId media, int number) {
        var now = clock.instant();
        jdbc.sql("update media_version set replaced_at = ? where media = ? and number <> ? and replaced_at is null")
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
        insert("""
                insert into caption_cue (track, position, start_ms, end_ms, speaker, text)
                values (?, ?, ?, ?, ?, ?)""", track.cues(), (row, cue, place) -> cue(row, id, cue, place));
    }

    /** Carries captions that people brought over to the next version, in place of what comes in the same language. */
    void keepCaptionsByHand(MediaId media, int from, int to) {
        jdbc.sql("""
                        delete from text_track t
                        where t.media = :media and t.version = :to and lower(t.language) in (
                            select lower(kept.language) from text_track kept
                            where kept.media = :media and kept.version = :from and kept.by_hand)""")
                .param("media", media.value())
                .param("from", from)
                .param("to", to)
                .update();
        jdbc.sql("""
                        with copy as (
                            insert into text_track (media, version, language, label, position, by_hand)
                            select media, :to, language, label, position, true
                            from text_track where media = :media and version = :from and by_hand
                            returning id, language)
                        insert into caption_cue (track, position, start_ms, end_ms, speaker, text)
                        select copy.id, c.position, c.start_ms, c.end_ms, c.speaker, c.text
                        from copy
                            join text_track kept on kept.media = :media and kept.version = :from
                                and kept.language = copy.language
                            join caption_cue c on c.track = kept.id""")
                .param("media", media.value())
                .param("from", from)
                .param("to", to)
                .update();
    }

    private static void cue(PreparedStatement row, long track, Cue cue, int position) throws SQLException {
        var speaker = cue.speaker();
        fill(row, track, position, cue.start().toMillis(), cue.end().toMillis());
        row.setString(5, speaker == null ? null : storable(speaker));
        row.setString(6, storable(cue.text()));
    }

    private void chapters(MediaId media, int version, List<ChapterMark> chapters) {
        insert(
                "insert into chapter (media, version, position, start_ms, title) values (?, ?, ?, ?, ?)",
                chapters,
                (row, chapter, position) -> fill(
                        row, media.value(), version, position, chapter.start().toMillis(), storable(chapter.title())));
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
