package perennial.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import perennial.library.MediaId;

/** Reads the index. Every method is one statement, and those that read items ask for rights in it. */
@Repository
class SearchTable {
    private static final int MOST_ALIKE = 40;

    private final JdbcClient jdbc;
    private final SearchProperties properties;

    SearchTable(JdbcClient jdbc, SearchProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    /**
     * Lets the planner look at the words of each query to the end of the transaction: what is good for a rare word takes
     * seconds for one that is everywhere.
     */
    void planAnew() {
        jdbc.sql("select set_config('plan_cache_mode', 'force_custom_plan', true)")
                .query(String.class)
                .single();
    }

    /**
     * A query as PostgreSQL understood it.
     *
     * @param all what an item must have, as a {@code tsquery}
     * @param scattered the same, wherever the words stand
     * @param any what a passage must have
     * @param forms of the words, in the index
     */
    record Understood(String all, String scattered, String any, List<String> forms) {}

    Understood understand(Query query) {
        return jdbc.sql("""
                        select
                            (to_tsquery(c.language, :all) || to_tsquery('search_simple', :all)) && none.words as all,
                            (to_tsquery(c.language, :scattered) || to_tsquery('search_simple', :scattered)) && none.words
                                as scattered,
                            to_tsquery(c.language, :any) || to_tsquery('search_simple', :any) as any,
                            tsvector_to_array(coalesce(
                                nullif(to_tsvector(c.language, :words), ''), to_tsvector('search_simple', :words))) as forms
                        from (select :configuration::regconfig as language) c
                            cross join lateral (
                                select !!(to_tsquery(c.language, :none) || to_tsquery('search_simple', :none)) as words) none""")
                .param("configuration", properties.configuration())
                .param("all", query.all())
                .param("scattered", query.scattered())
                .param("any", query.any())
                .param("none", query.none())
                .param("words", query.words())
                .query((row, number) -> new Understood(
                        row.getString("all"), row.getString("scattered"), row.getString("any"), texts(row, "forms")))
                .single();
    }

    /**
     * An item that was found.
     *
     * @param found how many there are, up to the limit plus one; the same in every row
     */
    record Ranked(MediaId id, Rank place, int found) {}

    /**
     * Items that fit, best or newest first.
     *
     * @param most so many of the newest that fit are looked at, and a third as many of those whose title, people or description
     *     fit
     */
    List<Ranked> find(Understood query, boolean inARow, Scope scope, boolean newest, Rank after, int most, int limit) {
        return jdbc.sql("""
                        with said as materialized (
                            select m.id, m.recorded_at, d.words
                            from visible_media(:viewer) m join search_document d on d.id = m.id
                            where %1$s and %2$s
                            order by m.recorded_at desc, m.id desc limit :most + 1
                        ), named as materialized (
                            select m.id, m.recorded_at, d.words
                            from visible_media(:viewer) m join search_document d on d.id = m.id
                            where %1$s and d.heading @@ :all::tsquery
                            order by m.recorded_at desc, m.id desc limit :most / 3
                        ), ranked as materialized (
                            select c.id, c.recorded_at, (select count(*) from said) as found,
                                case when :newest then 0
                                    else ts_rank('{0.05, 0.3, 0.6, 1}', c.words, :all::tsquery, 1) end as score
                            from (
                                select * from said
                                union all
                                select * from named n where not exists (select 1 from said s where s.id = n.id)) c
                        )
                        select id, recorded_at, score, found from ranked
                        where (score, recorded_at, id) < (:score::float4, :at, :id)
                        order by score desc, recorded_at desc, id desc
                        limit :limit""".formatted(scope.condition(), inARow ? IN_A_ROW : "d.words @@ :all::tsquery"))
                .param("viewer", scope.uuid())
                .params(scope.parameters())
                .param("all", query.all())
                .param("scattered", query.scattered())
                .param("any", query.any())
                .param("newest", newest)
                .param("most", most)
                .param("score", after.score())
                .param("at", after.at())
                .param("id", after.id())
                .param("limit", limit)
                .query((row, number) -> new Ranked(
                        new MediaId(row.getObject("id", UUID.class)),
                        new Rank(
                                row.getFloat("score"),
                                row.getObject("recorded_at", OffsetDateTime.class),
                                row.getObject("id", UUID.class)),
                        row.getInt("found")))
                .list();
    }

    /** Of an item whose last words have no place, the lines know what stands in a row. */
    private static final String IN_A_ROW = """
            (d.words @@ :all::tsquery
                or d.clipped and d.words @@ :scattered::tsquery
                    and exists (select 1 from search_line l where l.media = d.id and l.words @@ :any::tsquery))""";

    /**
     * A place that fits.
     *
     * @param found how many there are in its item
     */
    record Line(
            MediaId media,
            boolean chat,
            Duration at,
            @Nullable String who,
            String text,
            int found) {}

    /** The best {@code limit} places of each of {@code items}. */
    List<Line> lines(Understood query, Scope scope, List<MediaId> items, int limit) {
        return jdbc.sql("""
                        select m.id, l.chat, l.at_ms, l.who, l.text, l.found
                        from unnest(:items::uuid[]) as asked (id)
                            join visible_media(:viewer) m on m.id = asked.id
                            cross join lateral (
                                select chat, at_ms, who, text, position, count(*) over () as found,
                                    ts_rank(words, :any::tsquery) as score
                                from search_line
                                where media = asked.id and words @@ :any::tsquery
                                order by score desc, position limit :limit) l
                        where %s
                        order by m.id, l.at_ms, l.position""".formatted(scope.condition()))
                .param("items", items.stream().map(MediaId::value).toArray(UUID[]::new))
                .param("viewer", scope.uuid())
                .params(scope.parameters())
                .param("any", query.any())
                .param("limit", limit)
                .query((row, number) -> new Line(
                        new MediaId(row.getObject("id", UUID.class)),
                        row.getBoolean("chat"),
                        Duration.ofMillis(row.getLong("at_ms")),
                        row.getString("who"),
                        row.getString("text"),
                        row.getInt("found")))
                .list();
    }

    /** Items whose heading has some of the words of {@code title}, those that fit best first, of the newest {@code most}. */
    List<MediaId> related(MediaId id, Query title, Scope scope, int most, int limit) {
        return jdbc.sql("""
                        select f.id
                        from (
                            select m.id, m.recorded_at, d.heading, q.words
                            from (select to_tsquery(:configuration::regconfig, :any) as words) q
                                cross join search_document d join visible_media(:viewer) m on m.id = d.id
                            where d.heading @@ q.words and %s and m.id <> :id
                            order by m.recorded_at desc limit :most) f
                        order by ts_rank('{0, 0.1, 0.3, 1}', f.heading, f.words) desc, f.recorded_at desc
                        limit :limit""".formatted(scope.condition()))
                .param("configuration", properties.configuration())
                .param("any", title.any())
                .param("viewer", scope.uuid())
                .params(scope.parameters())
                .param("id", id.value())
                .param("most", most)
                .param("limit", limit)
                .query((row, number) -> new MediaId(row.getObject("id", UUID.class)))
                .list();
    }

    /** For each of {@code words} all that it is in the index. */
    Map<String, List<String>> forms(Collection<String> words) {
        return jdbc
                .sql("""
                        select word, tsvector_to_array(search_vector(:configuration::regconfig, word)) as forms
                        from unnest(:words::text[]) as w (word)""")
                .param("configuration", properties.configuration())
                .param("words", words.toArray(String[]::new))
                .query((row, number) -> Map.entry(Objects.requireNonNull(row.getString("word")), texts(row, "forms")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Words spelt more or less like {@code word}, the most similar first. */
    List<String> alike(String word, double similarity) {
        return jdbc.sql("""
                        select k.word
                        from (select unaccent(lower(:word)) as word, set_config('pg_trgm.similarity_threshold', :least, true)) w
                            cross join lateral (
                                select word from search_word
                                where word % w.word
                                order by similarity(word, w.word) desc, word limit :most) k""")
                .param("word", word)
                .param("least", Double.toString(similarity))
                .param("most", MOST_ALIKE)
                .query((row, number) -> row.getString("word"))
                .list();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }
}
