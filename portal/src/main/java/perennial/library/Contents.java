package perennial.library;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import perennial.people.PersonId;
import perennial.storage.BlobId;

/** Reads what items are made of: five statements, however many items. The caller has seen to who may see them. */
@Repository
public class Contents {
    private final JdbcClient jdbc;

    Contents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The content of one item. */
    public MediaContent of(Media media, @Nullable PersonId viewer) {
        return of(List.of(media), viewer).apply(media);
    }

    /** The content of many items. */
    public Of of(List<Media> media, @Nullable PersonId viewer) {
        var ids = media.stream().map(item -> item.id().value()).toArray(UUID[]::new);
        return new Of(views(ids), originals(ids, viewer), languages(ids), chapters(ids), chat(ids));
    }

    /** What was read, by item. */
    public record Of(
            Map<UUID, List<MediaContent.View>> views,
            Map<UUID, List<OriginalFile>> originals,
            Map<UUID, List<MediaContent.Language>> languages,
            Map<UUID, List<ChapterMark>> chapters,
            Map<UUID, List<ChatLine>> chat) {
        /** The content of one of the items asked for. */
        public MediaContent apply(Media media) {
            var id = media.id().value();
            return new MediaContent(
                    views.getOrDefault(id, List.of()),
                    originals.getOrDefault(id, List.of()),
                    languages.getOrDefault(id, List.of()),
                    chapters.getOrDefault(id, List.of()),
                    chat.getOrDefault(id, List.of()));
        }
    }

    private Map<UUID, List<MediaContent.View>> views(UUID[] ids) {
        return query(
                """
                select s.media, s.view, s.width, s.height, s.audio_only,
                    (select coalesce(sum(p.length_bytes), 0) from piece p
                     where p.media = s.media and p.version = s.version and p.view = s.view) as size
                from media m join media_stream s on s.media = m.id and s.version = m.version
                where m.id = any(:ids) order by s.position""",
                ids,
                null,
                row -> new MediaContent.View(
                        row.getString("view"),
                        row.getInt("width"),
                        row.getInt("height"),
                        row.getBoolean("audio_only"),
                        row.getLong("size")));
    }

    private Map<UUID, List<OriginalFile>> originals(UUID[] ids, @Nullable PersonId viewer) {
        return query("""
                select o.media, o.name, o.type, o.recording_type, o.blob, o.size_bytes, o.sha256, o.segment
                from editable_media(:viewer) m join media_original o on o.media = m.id and o.version = m.version
                where m.id = any(:ids) order by o.position""", ids, viewer, Contents::toOriginal);
    }

    private Map<UUID, List<MediaContent.Language>> languages(UUID[] ids) {
        return query(
                """
                select t.media, t.language, t.label
                from media m join text_track t on t.media = m.id and t.version = m.version
                where m.id = any(:ids) order by t.position""", ids, null, row -> new MediaContent.Language(row.getString("language"), row.getString("label")));
    }

    private Map<UUID, List<ChapterMark>> chapters(UUID[] ids) {
        return query(
                """
                select c.media, c.start_ms, c.title
                from media m join chapter c on c.media = m.id and c.version = m.version
                where m.id = any(:ids) order by c.position""",
                ids,
                null,
                row -> new ChapterMark(Duration.ofMillis(row.getLong("start_ms")), row.getString("title")));
    }

    private Map<UUID, List<ChatLine>> chat(UUID[] ids) {
        return query(
                """
                select c.media, c.at_ms, c.sender, c.text
                from media m join chat_message c on c.media = m.id and c.version = m.version
                where m.id = any(:ids) order by c.position""",
                ids,
                null,
                row -> new ChatLine(
                        Duration.ofMillis(row.getLong("at_ms")), row.getString("sender"), row.getString("text")));
    }

    static OriginalFile toOriginal(ResultSet row) throws SQLException {
        return new OriginalFile(
                row.getString("name"),
                row.getString("type"),
                row.getString("recording_type"),
                new BlobId(row.getObject("blob", UUID.class)),
                row.getLong("size_bytes"),
                row.getString("sha256"),
                row.getInt("segment"));
    }

    private <T> Map<UUID, List<T>> query(String sql, UUID[] ids, @Nullable PersonId viewer, Row<T> row) {
        return jdbc
                .sql(sql)
                .param("ids", ids)
                .param("viewer", viewer == null ? null : viewer.value())
                .query((found, number) -> Map.entry(found.getObject("media", UUID.class), row.read(found)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }
}
