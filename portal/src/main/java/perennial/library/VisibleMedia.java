package perennial.library;

import static perennial.library.MediaRows.COLUMNS;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import perennial.people.PersonId;

/**
 * The items a viewer may see; {@code viewer} null is somebody who is not signed in. What they may not see is absent, as
 * if it did not exist. Every method is one statement over the SQL function {@code visible_media}; {@link #find}, over
 * {@code opened_media}, which adds what secret links open.
 */
@Repository
public class VisibleMedia {
    private final JdbcClient jdbc;
    private final LinksInHand links;

    VisibleMedia(JdbcClient jdbc, LinksInHand links) {
        this.jdbc = jdbc;
        this.links = links;
    }

    /**
     * One item in whatever state; deleted ones included, for those who may restore them. The secret links of the request that
     * is served open theirs.
     */
    public Optional<Media> find(MediaId id, @Nullable PersonId viewer) {
        return jdbc.sql("""
                        select %s from opened_media(:viewer, :links) m join person author on author.id = m.author
                        where m.id = :id""".formatted(COLUMNS))
                .param("links", links.ofRequest().toArray(String[]::new))
                .param("viewer", uuid(viewer))
                .param("id", id.value())
                .query(MediaRows::toMedia)
                .optional();
    }

    /** Those of {@code ids} that are published and visible, in the order of {@code ids}. */
    public List<Media> published(PersonId viewer, List<MediaId> ids) {
        return among(viewer, "m.status = 'PUBLISHED'", ids);
    }

    /** Those of {@code ids} that are visible in whatever state, in the order of {@code ids}. */
    public List<Media> among(@Nullable PersonId viewer, List<MediaId> ids) {
        return among(viewer, "true", ids);
    }

    private List<Media> among(@Nullable PersonId viewer, String condition, List<MediaId> ids) {
        return jdbc.sql("""
                        select %s
                        from unnest(:ids::uuid[]) with ordinality as asked (id, place)
                            join visible_media(:viewer) m on m.id = asked.id
                            join person author on author.id = m.author
                        where %s
                        order by asked.place""".formatted(COLUMNS, condition))
                .param("viewer", uuid(viewer))
                .param("ids", ids.stream().map(MediaId::value).toArray(UUID[]::new))
                .query(MediaRows::toMedia)
                .list();
    }

    /**
     * Published items, newest recording first, starting behind {@code after} (keyset, never OFFSET).
     *
     * @param title words that the title contains, whatever their case; empty for all
     */
    public List<Media> published(@Nullable PersonId viewer, String title, Cursor after, int limit) {
        return list(viewer, "m.status = 'PUBLISHED'", title, after, limit);
    }

    /** Published items of a category, or with null of all, newest recording first. */
    public List<Media> newest(@Nullable PersonId viewer, @Nullable CategoryId category, int limit) {
        return jdbc.sql("""
                        select %s from visible_media(:viewer) m join person author on author.id = m.author
                        where m.status = 'PUBLISHED' and (:category::uuid is null or m.category = :category::uuid)
                        order by m.recorded_at desc, m.id desc
                        limit :limit""".formatted(COLUMNS))
                .param("viewer", uuid(viewer))
                .param("category", category == null ? null : category.value())
                .param("limit", limit)
                .query(MediaRows::toMedia)
                .list();
    }

    /** What {@code author} has that others do not see yet, deleted ones left out. */
    public List<Media> drafts(PersonId author, String title, Cursor after, int limit) {
        return list(
                author,
                "m.author = :viewer and m.status in ('PROCESSING', 'DRAFT', 'IN_REVIEW', 'REJECTED')",
                title,
                after,
                limit);
    }

    /** What the viewer may see and the filter leaves, of one status or, with null, of all but deleted. */
    public List<Media> all(
            @Nullable PersonId viewer, @Nullable MediaStatus status, MediaFilter filter, Cursor after, int limit) {
        var condition = status == null ? "m.status <> 'DELETED'" : "m.status = '%s'".formatted(status.name());
        return list(viewer, condition, filter, "", after, limit);
    }

    /** How many drafts {@link #drafts} finds. */
    public int draftCount(PersonId author) {
        return jdbc.sql("""
                        select count(*) from media
                        where author = :author and status in ('PROCESSING', 'DRAFT', 'IN_REVIEW', 'REJECTED')""")
                .param("author", author.value())
                .query(Integer.class)
                .single();
    }

    private List<Media> list(@Nullable PersonId viewer, String condition, String title, Cursor after, int limit) {
        return list(viewer, condition, MediaFilter.ALL, title, after, limit);
    }

    private List<Media> list(
            @Nullable PersonId viewer, String condition, MediaFilter filter, String title, Cursor after, int limit) {
        return jdbc.sql("""
                        select %s from visible_media(:viewer) m join person author on author.id = m.author
                        where %s and %s and (m.recorded_at, m.id) < (:at, :id)
                          and (:title = '' or m.title ilike :pattern)
                        order by m.recorded_at desc, m.id desc
                        limit :limit""".formatted(COLUMNS, condition, filter.condition()))
                .params(filter.parameters())
                .param("viewer", uuid(viewer))
                .param("at", after.at())
                .param("id", after.id())
                .param("title", title)
                .param("pattern", pattern(title))
                .param("limit", limit)
                .query(MediaRows::toMedia)
                .list();
    }

    private static String pattern(String words) {
        return "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static @Nullable UUID uuid(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }
}
