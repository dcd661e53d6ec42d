package perennial.library;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the words of items, whoever may see them: they are for an index that asks for rights when it is read. */
@Repository
public class MediaTexts {
    private final JdbcClient jdbc;

    MediaTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The words of an item without its lines; empty if there is no such item. */
    public Optional<MediaText> heading(MediaId id) {
        return jdbc.sql("""
                        select m.title, m.description, author.name as author, m.version
                        from media m join person author on author.id = m.author
                        where m.id = :id""")
                .param("id", id.value())
                .query((row, number) -> new MediaText(
                        row.getString("title"),
                        row.getString("description"),
                        row.getString("author"),
                        row.getInt("version"),
                        List.of()))
                .optional();
    }

    /** The words of an item; empty if there is no such item. */
    public Optional<MediaText> of(MediaId id) {
        return heading(id)
                .map(text -> new MediaText(
                        text.title(), text.description(), text.author(), text.version(), lines(id, text.version())));
    }

    private List<MediaText.Line> lines(MediaId id, int version) {
        return jdbc.sql("""
                        select false as chat, c.start_ms as at_ms, c.speaker as who, c.text, t.position as track, c.position
                        from text_track t join caption_cue c on c.track = t.id
                        where t.media = :id and t.version = :version
                        union all
                        select true, at_ms, sender, text, 0, position from chat_message
                        where media = :id and version = :version
                        order by chat, track, position""")
                .param("id", id.value())
                .param("version", version)
                .query((row, number) -> new MediaText.Line(
                        row.getBoolean("chat"),
                        Duration.ofMillis(row.getLong("at_ms")),
                        row.getString("who"),
                        row.getString("text")))
                .list();
    }
}
