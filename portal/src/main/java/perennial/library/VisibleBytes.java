package perennial.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import perennial.people.PersonId;
import perennial.storage.BlobId;
import perennial.storage.Composite;
import perennial.storage.Piece;

/**
 * The bytes and words of an item, for whoever may have them; for everybody else they are absent. Rights and answer are
 * one statement, so that nothing can change between the two.
 */
@Repository
public class VisibleBytes {
    private final JdbcClient jdbc;
    private final LinksInHand links;

    VisibleBytes(JdbcClient jdbc, LinksInHand links) {
        this.jdbc = jdbc;
        this.links = links;
    }

    /**
     * The joined file of one view.
     *
     * @param version as a player that began with it asks for it, while it is kept, or as those who may edit preview what waits
     *     in review; null: the one that is shown
     */
    public Optional<ViewFile> view(MediaId id, String view, @Nullable Integer version, @Nullable PersonId viewer) {
        var pieces = jdbc.sql("""
                        select m.title, m.download, s.audio_only, p.blob, p.offset_bytes, p.length_bytes,
                            exists (select 1 from editable_media(:viewer) e where e.id = m.id) as editable
                        from opened_media(:viewer, :links) m
                            join media_stream s on s.media = m.id and s.version = coalesce(
                                (select v.number from media_version v
                                 where v.media = m.id and v.number = :version and (not v.waits or exists (
                                     select 1 from editable_media(:viewer) e where e.id = m.id))),
                                m.version)
                            join piece p on p.media = s.media and p.version = s.version and p.view = s.view
                        where m.id = :id and s.view = :view
                        order by p.position""")
                .param("viewer", uuid(viewer))
                .param("links", links.ofRequest().toArray(String[]::new))
                .param("id", id.value())
                .param("view", view)
                .param("version", version, Types.INTEGER)
                .query(PieceRow::of)
                .list();
        return pieces.isEmpty() ? Optional.empty() : Optional.of(ViewFile.of(view, pieces));
    }

    /** One original, for those who may edit the item. */
    public Optional<OriginalFile> original(MediaId id, BlobId file, @Nullable PersonId viewer) {
        return jdbc.sql("""
                        select o.name, o.type, o.recording_type, o.blob, o.size_bytes, o.sha256, o.segment
                        from editable_media(:viewer) m join media_original o on o.media = m.id and o.version = m.version
                        where m.id = :id and o.blob = :file""")
                .param("viewer", uuid(viewer))
                .param("id", id.value())
                .param("file", file.value())
                .query((row, number) -> Contents.toOriginal(row))
                .optional();
    }

    /** What an assistant wrote of the meeting, for all who may see it; its files as such are originals. */
    public List<SummaryFile> summaries(MediaId id, @Nullable PersonId viewer) {
        return jdbc.sql("""
                        select o.recording_type = 'summary_next_steps' as next_steps, o.blob, o.size_bytes
                        from opened_media(:viewer, :links) m
                            join media_original o on o.media = m.id and o.version = m.version
                        where m.id = :id and o.recording_type in ('summary', 'summary_next_steps')
                        order by o.segment, o.position""")
                .param("viewer", uuid(viewer))
                .param("links", links.ofRequest().toArray(String[]::new))
                .param("id", id.value())
                .query((row, number) -> new SummaryFile(
                        row.getBoolean("next_steps"),
                        new BlobId(row.getObject("blob", UUID.class)),
                        row.getLong("size_bytes")))
                .list();
    }

    /** What is said, in one language; absent where the item has no such track. */
    public Optional<List<SpokenLine>> captions(MediaId id, String language, @Nullable PersonId viewer) {
        return jdbc.sql("""
                        select t.id from opened_media(:viewer, :links) m
                            join text_track t on t.media = m.id and t.version = m.version
                        where m.id = :id and t.language = :language""")
                .param("viewer", uuid(viewer))
                .param("links", links.ofRequest().toArray(String[]::new))
                .param("id", id.value())
                .param("language", language)
                .query(Long.class)
                .optional()
                .map(this::lines);
    }

    private List<SpokenLine> lines(long track) {
        return jdbc.sql("""
                        select start_ms, end_ms, speaker, text from caption_cue where track = :track order by position""")
                .param("track", track)
                .query((row, number) -> new SpokenLine(
                        Duration.ofMillis(row.getLong("start_ms")),
                        Duration.ofMillis(row.getLong("end_ms")),
                        row.getString("speaker"),
                        row.getString("text")))
                .list();
    }

    private static @Nullable UUID uuid(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }

    /**
     * A file to play.
     *
     * @param downloadable whether this viewer may also keep it
     */
    public record ViewFile(String title, String view, boolean audioOnly, boolean downloadable, Composite bytes) {
        private static ViewFile of(String view, List<PieceRow> rows) {
            var first = rows.getFirst();
            var bytes = new Composite(rows.stream().map(PieceRow::piece).toList());
            return new ViewFile(first.title, view, first.audioOnly, first.download || first.editable, bytes);
        }
    }

    private record PieceRow(String title, boolean download, boolean editable, boolean audioOnly, Piece piece) {
        static PieceRow of(ResultSet row, int number) throws SQLException {
            return new PieceRow(
                    row.getString("title"),
                    row.getBoolean("download"),
                    row.getBoolean("editable"),
                    row.getBoolean("audio_only"),
                    new Piece(
                            new BlobId(row.getObject("blob", UUID.class)),
                            row.getLong("offset_bytes"),
                            row.getLong("length_bytes")));
        }
    }
}
