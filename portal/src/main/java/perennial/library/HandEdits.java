package perennial.library;

import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Captions and chapters that people wrote. They win over what a later version brings, and their times move with the segments
 * they lie in (M4). Every method joins the caller's transaction.
 */
@Repository
class HandEdits {
    private final JdbcClient jdbc;
    private final ChapterRows chapters;

    HandEdits(JdbcClient jdbc, ChapterRows chapters) {
        this.jdbc = jdbc;
        this.chapters = chapters;
    }

    /** Writes into version {@code to} what people wrote into {@code from}, in place of what came with it. Repeatable. */
    void carry(MediaId media, int from, int to) {
        captions(media, from, to);
        boolean wrote = jdbc.sql("select chapters_by_hand from media_version where media = :media and number = :from")
                .param("media", media.value())
                .param("from", from)
                .query(Boolean.class)
                .single();
        if (wrote) chapters(media, to, marks(media, from, to));
    }

    /** Copies that {@code to} has from before go, too: somebody may have taken the captions away since. */
    private void captions(MediaId media, int from, int to) {
        jdbc.sql("""
                        delete from text_track t where t.media = :media and t.version = :to and (t.by_hand or exists (
                            select 1 from text_track h
                            where h.media = t.media and h.version = :from and lower(h.language) = lower(t.language) and h.by_hand))""")
                .param("media", media.value())
                .param("from", from)
                .param("to", to)
                .update();
        jdbc.sql("""
                        with carried as (
                            insert into text_track (media, version, language, label, position, by_hand)
                            select media, :to, language, label, row_number() over (order by position) + (
                                select coalesce(max(position), -1) from text_track
                                where media = :media and version = :to), true
                            from text_track where media = :media and version = :from and by_hand
                            returning id, language
                        )
                        insert into caption_cue (track, position, start_ms, end_ms, speaker, text)
                        select c.id, q.position, moved(:media, :from, :to, q.start_ms), greatest(
                                moved(:media, :from, :to, q.start_ms), moved(:media, :from, :to, q.end_ms)), q.speaker, q.text
                        from carried c
                            join text_track h on h.media = :media and h.version = :from and h.language = c.language
                            join caption_cue q on q.track = h.id""")
                .param("media", media.value())
                .param("from", from)
                .param("to", to)
                .update();
    }

    /** Those of people and, at the start of segments that they have not seen, those that came with them. */
    private List<ChapterMark> marks(MediaId media, int from, int to) {
        return jdbc.sql("""
                        select moved(:media, :from, :to, start_ms) as start_ms, title from chapter
                        where media = :media and version = :from
                        union all
                        select c.start_ms, c.title from chapter c
                            join media_segment s on s.media = c.media and s.version = c.version and s.start_ms = c.start_ms
                        where c.media = :media and c.version = :to and not exists (
                            select 1 from media_segment known
                            where known.media = s.media and known.version = :from and known.recorded_at = s.recorded_at)
                        order by start_ms""")
                .param("media", media.value())
                .param("from", from)
                .param("to", to)
                .query((row, number) ->
                        new ChapterMark(Duration.ofMillis(row.getLong("start_ms")), row.getString("title")))
                .list();
    }

    /** Replaces the chapters of a version by what a person wrote. */
    void chapters(MediaId media, int version, List<ChapterMark> marks) {
        jdbc.sql("delete from chapter where media = :media and version = :version")
                .param("media", media.value())
                .param("version", version)
                .update();
        chapters.insert(media, version, marks);
        jdbc.sql("update media_version set chapters_by_hand = true where media = :media and number = :version")
                .param("media", media.value())
                .param("version", version)
                .update();
    }
}
