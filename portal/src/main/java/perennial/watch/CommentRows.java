package perennial.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import perennial.library.Cursor;
import perennial.library.MediaId;
import perennial.people.PersonId;

/** The stored comments. Every method is one statement; the caller has seen to who may. */
@Repository
class CommentRows {
    private static final String SELECT = """
            select c.id, c.answers, c.author, p.name, c.at_ms, c.text, c.written_at, c.edited_at
            from media_comment c join person p on p.id = c.author
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    CommentRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those that are no replies: newest first, starting behind {@code after}. */
    List<Comment> of(MediaId media, Cursor after, int limit) {
        return jdbc.sql(SELECT + """
                        where c.media = :media and c.answers is null and (c.written_at, c.id) < (:at, :id)
                        order by c.written_at desc, c.id desc limit :limit""")
                .param("media", media.value())
                .param("at", after.at())
                .param("id", after.id())
                .param("limit", limit)
                .query(CommentRows::read)
                .list();
    }

    /** The replies under {@code comments}, the oldest first. */
    List<Comment> replies(Collection<CommentId> comments, int limit) {
        return jdbc.sql(SELECT + "where c.answers = any (:comments) order by c.written_at, c.id limit :limit")
                .param("comments", comments.stream().map(CommentId::value).toArray(UUID[]::new))
                .param("limit", limit)
                .query(CommentRows::read)
                .list();
    }

    /** The same as {@link #find}, and it stays until the caller's transaction ends. */
    Optional<Comment> hold(MediaId media, CommentId id) {
        return jdbc.sql(SELECT + "where c.media = :media and c.id = :id for key share of c")
                .param("media", media.value())
                .param("id", id.value())
                .query(CommentRows::read)
                .optional();
    }

    Optional<Comment> find(MediaId media, CommentId id) {
        return jdbc.sql(SELECT + "where c.media = :media and c.id = :id")
                .param("media", media.value())
                .param("id", id.value())
                .query(CommentRows::read)
                .optional();
    }

    /** How many there are; counting stops at {@code most}. */
    int count(MediaId media, int most) {
        return jdbc.sql("select count(*) from (select 1 from media_comment where media = :media limit :most) c")
                .param("media", media.value())
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    void insert(
            CommentId id,
            MediaId media,
            @Nullable CommentId answers,
            PersonId author,
            @Nullable Duration at,
            String text) {
        jdbc.sql("""
                        insert into media_comment (id, media, answers, author, at_ms, text, written_at)
                        values (:id, :media, :answers, :author, :at, :text, :now)""")
                .param("id", id.value())
                .param("media", media.value())
                .param("answers", answers == null ? null : answers.value(), Types.OTHER)
                .param("author", author.value())
                .param("at", at == null ? null : at.toMillis())
                .param("text", text)
                .param("now", now())
                .update();
    }

    /** Tells whether the comment was still there. */
    boolean change(CommentId id, String text) {
        return jdbc.sql("update media_comment set text = :text, edited_at = :now where id = :id")
                        .param("text", text)
                        .param("now", now())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** Tells whether the comment was still there. */
    boolean delete(CommentId id) {
        return jdbc.sql("delete from media_comment where id = :id")
                        .param("id", id.value())
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Comment read(ResultSet row, int number) throws SQLException {
        var at = row.getObject("at_ms", Long.class);
        var answers = row.getObject("answers", UUID.class);
        return new Comment(
                new CommentId(row.getObject("id", UUID.class)),
                answers == null ? null : new CommentId(answers),
                new PersonId(row.getObject("author", UUID.class)),
                row.getString("name"),
                at == null ? null : Duration.ofMillis(at),
                row.getString("text"),
                instant(row.getObject("written_at", OffsetDateTime.class)),
                row.getObject("edited_at") == null ? null : instant(row.getObject("edited_at", OffsetDateTime.class)));
    }

    private static Instant instant(OffsetDateTime at) {
        return at.toInstant();
    }
}
