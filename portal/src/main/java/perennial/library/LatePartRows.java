package perennial.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import perennial.people.PersonId;

/** The rows of versions that wait in review. Every method is one statement and joins the caller's transaction. */
@Repository
class LatePartRows {
    private static final int MOST = 100;

    /** Originals of the waiting version that are moving pictures or sound and that the one shown lacks: {@code view:segment}. */
    private static final String LIST = """
            select m.id, m.title, m.author, p.name as author_name, v.number, v.made_at, v.length_ms, m.length_ms as shown_ms,
                array(select o.recording_type || ':' || o.segment + 1 from media_original o
                      where o.media = v.media and o.version = v.number and o.type in ('MP4', 'M4A')
                        and not exists (select 1 from media_original s
                                        where s.media = o.media and s.version = m.version and s.sha256 = o.sha256)
                      order by o.segment, o.position) as added,
                array(select s.view from media_stream s
                      where s.media = v.media and s.version = v.number order by s.position) as views
            from media_version v join media m on m.id = v.media join person p on p.id = m.author
            where v.waits and m.status <> 'DELETED'""";

    private final JdbcClient jdbc;
    private final Clock clock;

    LatePartRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The longest waiting first. */
    List<LatePart> list() {
        return jdbc.sql(LIST + " order by v.made_at, v.media limit :most")
                .param("most", MOST)
                .query(LatePartRows::toPart)
                .list();
    }

    Optional<LatePart> one(MediaId media) {
        return jdbc.sql(LIST + " and v.media = :media")
                .param("media", media.value())
                .query(LatePartRows::toPart)
                .optional();
    }

    int count() {
        return jdbc.sql("""
                        select count(*) from media_version v join media m on m.id = v.media
                        where v.waits and m.status <> 'DELETED'""").query(Integer.class).single();
    }

    /** The fingerprint of the version that waits. */
    Optional<String> waiting(MediaId media) {
        return jdbc.sql("select fingerprint from media_version where media = :media and waits")
                .param("media", media.value())
                .query(String.class)
                .optional();
    }

    void waits(MediaId media, int version) {
        jdbc.sql("update media_version set waits = true where media = :media and number = :version")
                .param("media", media.value())
                .param("version", version)
                .update();
    }

    void approved(MediaId media, int version) {
        jdbc.sql("update media_version set waits = false where media = :media and number = :version")
                .param("media", media.value())
                .param("version", version)
                .update();
    }

    void dropWaiting(MediaId media) {
        jdbc.sql("delete from media_version where media = :media and waits")
                .param("media", media.value())
                .update();
    }

    /** Notes that the moving pictures and sound which only {@code version} has are not wanted. */
    void refuse(MediaId media, int version, PersonId by, String reason) {
        jdbc.sql("""
                        insert into media_refused (media, sha256, refused_by, refused_at, reason)
                        select distinct o.media, o.sha256, :by::uuid, :now::timestamptz, :reason
                        from media_original o join media m on m.id = o.media
                        where o.media = :media and o.version = :version and o.type in ('MP4', 'M4A')
                          and not exists (select 1 from media_original s
                                          where s.media = o.media and s.version = m.version and s.sha256 = o.sha256)
                        on conflict do nothing""")
                .param("media", media.value())
                .param("version", version)
                .param("by", by.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .update();
    }

    Set<String> shown(MediaId media) {
        return new HashSet<>(
                jdbc.sql("""
                        select o.sha256 from media m join media_original o on o.media = m.id and o.version = m.version
                        where m.id = :media""").param("media", media.value()).query(String.class).list());
    }

    Set<String> refused(MediaId media) {
        return new HashSet<>(jdbc.sql("select sha256 from media_refused where media = :media")
                .param("media", media.value())
                .query(String.class)
                .list());
    }

    private static LatePart toPart(ResultSet row, int number) throws SQLException {
        return new LatePart(
                new MediaId(row.getObject("id", UUID.class)),
                row.getString("title"),
                new PersonId(row.getObject("author", UUID.class)),
                row.getString("author_name"),
                row.getInt("number"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                Duration.ofMillis(row.getLong("length_ms")),
                Duration.ofMillis(row.getLong("shown_ms")),
                texts(row, "added").map(LatePartRows::added).toList(),
                texts(row, "views").toList());
    }

    private static LatePart.Added added(String text) {
        int colon = text.lastIndexOf(':');
        return new LatePart.Added(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }

    private static Stream<String> texts(ResultSet row, String column) throws SQLException {
        return Stream.of((String[]) row.getArray(column).getArray());
    }
}
