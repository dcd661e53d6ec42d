package perennial.library;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import perennial.jobs.WantedJobs;
import perennial.people.PersonId;
import perennial.storage.BlobId;

/**
 * Small pictures of items, to be shown while somebody moves through them. They are made when they are asked for the first
 * time: most of what is kept is never watched.
 */
@Repository
public class Storyboards {
    private final JdbcClient jdbc;
    private final WantedJobs jobs;
    private final LinksInHand links;

    Storyboards(JdbcClient jdbc, WantedJobs jobs, LinksInHand links) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.links = links;
    }

    /**
     * A sheet of pictures, see {@link perennial.video.ContactSheets}.
     *
     * @param start the moment of the first one
     * @param between from one to the next
     */
    public record Sheet(BlobId blob, Duration start, Duration between, int pictures) {}

    /**
     * The sheets of an item for those who may see it; empty while they are made, and for good where there is nothing to look
     * at. Asks for them where nobody did.
     *
     * @throws UnknownMedia if there is no such item, or not for them
     */
    @Transactional
    public List<Sheet> of(MediaId id, @Nullable PersonId viewer) {
        var asked = jdbc.sql("""
                        select coalesce(b.asked = m.version, false) as asked
                        from opened_media(:viewer, :links) m left join storyboard b on b.id = m.id
                        where m.id = :id""")
                .param("viewer", uuid(viewer))
                .param("links", links.ofRequest().toArray(String[]::new))
                .param("id", id.value())
                .query((row, number) -> row.getBoolean("asked"))
                .optional()
                .orElseThrow(UnknownMedia::new);
        if (asked) return sheets(id);
        jdbc.sql("""
                        insert into storyboard (id, asked) select id, version from media where id = :id
                        on conflict (id) do update set asked = excluded.asked""").param("id", id.value()).update();
        jobs.ask(StoryboardJob.STORYBOARD, "storyboard", id.value());
        return List.of();
    }

    /** The bytes of one sheet, for those who may see the item. */
    public Optional<BlobId> sheet(MediaId id, int position, @Nullable PersonId viewer) {
        return jdbc.sql("""
                        select s.blob from opened_media(:viewer, :links) m join storyboard_sheet s on s.media = m.id
                        where m.id = :id and s.position = :position""")
                .param("viewer", uuid(viewer))
                .param("links", links.ofRequest().toArray(String[]::new))
                .param("id", id.value())
                .param("position", position)
                .query((row, number) -> new BlobId(row.getObject("blob", UUID.class)))
                .optional();
    }

    /** Shows {@code sheets} for {@code version}, and nothing that was there before; none at all is an answer too. */
    void replace(MediaId id, int version, List<Sheet> sheets) {
        jdbc.sql("delete from storyboard_sheet where media = ?")
                .params(id.value())
                .update();
        for (var i = 0; i < sheets.size(); i++) {
            var sheet = sheets.get(i);
            jdbc.sql("""
                            insert into storyboard_sheet (media, position, blob, start_ms, between_ms, pictures)
                            values (?, ?, ?, ?, ?, ?)""")
                    .params(
                            id.value(),
                            i,
                            sheet.blob().value(),
                            sheet.start().toMillis(),
                            sheet.between().toMillis(),
                            sheet.pictures())
                    .update();
        }
        jdbc.sql("update storyboard set version = ? where id = ?")
                .params(version, id.value())
                .update();
    }

    private List<Sheet> sheets(MediaId id) {
        return jdbc.sql("""
                        select s.blob, s.start_ms, s.between_ms, s.pictures
                        from storyboard b join media m on m.id = b.id and m.version = b.version
                            join storyboard_sheet s on s.media = b.id
                        where b.id = ? order by s.position""")
                .params(id.value())
                .query((row, number) -> new Sheet(
                        new BlobId(row.getObject("blob", UUID.class)),
                        Duration.ofMillis(row.getLong("start_ms")),
                        Duration.ofMillis(row.getLong("between_ms")),
                        row.getInt("pictures")))
                .list();
    }

    private static @Nullable UUID uuid(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }
}
