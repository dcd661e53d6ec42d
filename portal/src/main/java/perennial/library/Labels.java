package perennial.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import perennial.people.PersonId;

/** The categories and tags of published items, as far as a viewer may see the items; a viewer of null is a guest. */
@Repository
public class Labels {
    private static final int MOST_TAGS = 60;

    private final JdbcClient jdbc;

    Labels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A category or a tag.
     *
     * @param key the id of a category; of a tag the text in lower case
     */
    public record Label(String key, String name) {}

    /** A label and how many of the newest {@link Shelves#COUNTED} items have it. */
    public record Counted(Label label, int count) {}

    /**
     * Those of the newest items.
     *
     * @param categories by name
     * @param tags those that most items have, at most 60
     * @param exact whether the counts are of all items
     */
    public record Found(List<Counted> categories, List<Counted> tags, boolean exact) {
        /** None. */
        public static final Found NONE = new Found(List.of(), List.of(), true);
    }

    /** What {@code filter} leaves is counted, but for the category and the tag that it names. */
    public Found of(@Nullable PersonId viewer, MediaFilter filter) {
        var categories = new ArrayList<Counted>();
        var tags = new ArrayList<Counted>();
        var exact = new boolean[] {true};
        jdbc.sql("""
                        with those as materialized (
                            select m.id, m.category from visible_media(:viewer) m
                            where %s and %s
                            order by m.recorded_at desc, m.id desc limit :most
                        )
                        select labels.*, (select count(*) from those) as seen
                        from ((select true as category, c.id::text as key, c.name, t.items
                               from (select category, count(*) as items from those group by category) t
                                   join category c on c.id = t.category
                               order by c.name_key)
                              union all
                              (select false, g.tag_key, min(g.tag), count(*)
                               from those t join media_tag g on g.media = t.id
                               group by g.tag_key order by count(*) desc, g.tag_key limit :mostTags)) labels""".formatted(Shelves.published(viewer), filter.ofAnyLabel().condition()))
                .param("viewer", viewer == null ? null : viewer.value())
                .params(filter.ofAnyLabel().parameters())
                .param("most", Shelves.COUNTED + 1)
                .param("mostTags", MOST_TAGS)
                .query(row -> {
                    var label = new Label(row.getString("key"), row.getString("name"));
                    (row.getBoolean("category") ? categories : tags).add(new Counted(label, row.getInt("items")));
                    exact[0] = row.getInt("seen") <= Shelves.COUNTED;
                });
        return new Found(categories, tags, exact[0]);
    }

    /**
     * What one item has.
     *
     * @param category absent for none
     */
    public record On(@Nullable Label category, List<Label> tags) {}

    /** Of one item, whoever asks; the caller knows that they may see it. */
    public On on(MediaId id) {
        var all = jdbc.sql("""
                        (select true as category, c.id::text as key, c.name
                         from media m join category c on c.id = m.category where m.id = :id)
                        union all
                        (select false, tag_key, tag from media_tag where media = :id order by tag_key)""")
                .param("id", id.value())
                .query((row, number) ->
                        Map.entry(row.getBoolean("category"), new Label(row.getString("key"), row.getString("name"))))
                .list();
        return new On(
                all.stream()
                        .filter(Map.Entry::getKey)
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(null),
                all.stream()
                        .filter(one -> !one.getKey())
                        .map(Map.Entry::getValue)
                        .toList());
    }
}
