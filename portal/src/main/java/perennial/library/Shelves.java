package perennial.library;

import static perennial.library.MediaRows.COLUMNS;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import perennial.people.PersonId;

/**
 * The published items a viewer may see, as the library shows them; a viewer of null is a guest. Every method is one
 * statement over the SQL function {@code visible_media}: what they may not see is neither listed nor counted.
 */
@Repository
public class Shelves {
    /** So many items are counted; more are "1,000+". */
    public static final int COUNTED = 1000;

    private static final int MOST_HOSTS = 40;

    private final JdbcClient jdbc;
    private final ObjectProvider<Watching> watching;

    Shelves(JdbcClient jdbc, ObjectProvider<Watching> watching) {
        this.jdbc = jdbc;
        this.watching = watching;
    }

    /**
     * One page.
     *
     * @param next where the next one begins; absent at the end
     */
    public record Page(List<Media> items, @Nullable ShelfCursor next) {}

    /** The items behind {@code after} (keyset, never OFFSET). */
    public Page page(@Nullable PersonId viewer, MediaFilter filter, MediaOrder order, ShelfCursor after, int limit) {
        var rows = jdbc.sql("""
                        select %s, %s as sort_key
                        from visible_media(:viewer) m join person author on author.id = m.author %s
                        where %s and %s and %s
                        order by %s
                        limit :limit""".formatted(
                        COLUMNS,
                        key(order),
                        order == MediaOrder.VIEWED ? watching.getObject().joinViews() : "",
                        published(viewer),
                        filter.condition(),
                        after.isStart()
                                ? "true"
                                : "(%s, m.id) %s (:key, :id)"
                                        .formatted(key(order), order == MediaOrder.TITLE ? ">" : "<"),
                        order == MediaOrder.TITLE
                                ? "lower(m.title), m.id"
                                : "%s desc, m.id desc".formatted(key(order))))
                .param("viewer", viewer == null ? null : viewer.value())
                .params(filter.parameters())
                .param("key", after.key())
                .param("id", after.id())
                .param("limit", limit + 1)
                .query((row, number) -> new Row(
                        MediaRows.toMedia(row, number), ShelfCursor.of(order, row.getObject("id", UUID.class), row)))
                .list();
        var shown = rows.subList(0, Math.min(limit, rows.size()));
        return new Page(
                shown.stream().map(Row::media).toList(),
                rows.size() > limit ? shown.getLast().cursor() : null);
    }

    private record Row(Media media, ShelfCursor cursor) {}

    /**
     * How many items there are, and whose.
     *
     * @param total up to {@link #COUNTED}
     * @param more whether there are more
     * @param hosts of the newest of them: those that the filter names, then who has most; also those it does not name
     * @param exact whether the hosts' counts are of all items
     */
    public record Counts(int total, boolean more, List<Host> hosts, boolean exact) {}

    /** An author. */
    public record Host(PersonId id, String name, int count) {}

    /** Counts what {@link #page} shows. */
    public Counts counts(@Nullable PersonId viewer, MediaFilter filter, MediaOrder order) {
        var rows = jdbc.sql("""
                        with theirs as materialized (
                            select m.author from visible_media(:viewer) m %1$s
                            where %2$s and %3$s
                            order by m.recorded_at desc, m.id desc limit :most
                        ), anybodys as materialized (%4$s)
                        select a.author, p.name, a.items, (select count(*) from theirs) as total,
                            (select count(*) from anybodys) as seen
                        from (select author, count(*) as items from anybodys group by author) a
                            join person p on p.id = a.author
                        order by %5$s a.items desc, p.name limit :mostHosts""".formatted(
                        order == MediaOrder.VIEWED ? watching.getObject().joinViews() : "",
                        published(viewer),
                        filter.condition(),
                        filter.hosts().isEmpty() ? "select author from theirs" : anybodys(filter, order, viewer),
                        filter.hosts().isEmpty() ? "" : "a.author = any(:hosts) desc,"))
                .param("viewer", viewer == null ? null : viewer.value())
                .params(filter.parameters())
                .param("most", COUNTED + 1)
                .param("mostHosts", MOST_HOSTS)
                .query((row, number) -> new Counted(
                        new Host(
                                new PersonId(row.getObject("author", UUID.class)),
                                row.getString("name"),
                                row.getInt("items")),
                        row.getInt("total"),
                        row.getInt("seen")))
                .list();
        if (rows.isEmpty()) return new Counts(0, false, List.of(), true);
        var total = rows.getFirst().total;
        return new Counts(
                Math.min(total, COUNTED),
                total > COUNTED,
                rows.stream().map(Counted::host).toList(),
                rows.getFirst().seen <= COUNTED);
    }

    private record Counted(Host host, int total, int seen) {}

    private String anybodys(MediaFilter filter, MediaOrder order, @Nullable PersonId viewer) {
        return """
                select m.author from visible_media(:viewer) m %s
                where %s and %s
                order by m.recorded_at desc, m.id desc limit :most""".formatted(
                        order == MediaOrder.VIEWED ? watching.getObject().joinViews() : "",
                        published(viewer),
                        filter.ofAnybody().condition());
    }

    /**
     * The condition that what {@code visible_media m} gives is published: the second half says of guests what the rule comes to, for
     * the planner's sake.
     */
    public static String published(@Nullable PersonId viewer) {
        return viewer == null ? "m.status = 'PUBLISHED' and m.access = 'PUBLIC'" : "m.status = 'PUBLISHED'";
    }

    private static String key(MediaOrder order) {
        return switch (order) {
            case NEWEST -> "m.recorded_at";
            case VIEWED -> "views.views";
            case LONGEST -> "m.length_ms";
            case TITLE -> "lower(m.title)";
        };
    }
}
