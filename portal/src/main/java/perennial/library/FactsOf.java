package perennial.library;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import perennial.library.Facts.Field;

/** Reads the {@link Facts} of items. The caller has seen to who may see them. */
@Component
public class FactsOf {
    private final JdbcClient jdbc;
    private final SettingsRows rows;

    FactsOf(JdbcClient jdbc, SettingsRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** What {@code item} is now. Moments are in ISO 8601; empty is always. */
    public Facts of(Media item) {
        var id = item.id().value();
        var beside = Objects.requireNonNullElse(rows.beside(new UUID[] {id}).get(id), SettingsRows.Beside.NOTHING);
        var values = new EnumMap<Field, String>(Field.class);
        values.put(Field.TITLE, item.title());
        values.put(Field.DESCRIPTION, item.description());
        values.put(Field.ACCESS, access(item));
        values.put(Field.AVAILABLE_FROM, text(beside.from()));
        values.put(Field.AVAILABLE_UNTIL, text(beside.until()));
        values.put(Field.CAPTIONS, String.join("\n", captions(item)));
        values.put(Field.FILE, "Version " + item.version());
        return new Facts(values);
    }

    private String access(Media item) {
        if (item.access() != Access.CHOSEN) return item.access().sentence();
        var id = item.id().value();
        var grants = rows.grants(new UUID[] {id}).getOrDefault(id, List.of());
        return grants.isEmpty()
                ? "Nobody chosen yet"
                : String.join(", ", grants.stream().map(Grant::name).toList());
    }

    /** One line a language; the last word stands for all that is said. */
    private List<String> captions(Media item) {
        return jdbc.sql("""
                        select t.label || ', ' || count(c.position) || ' lines, '
                            || left(md5(coalesce(string_agg(c.start_ms || ' ' || c.text, ' ' order by c.position), '')), 6)
                        from text_track t left join caption_cue c on c.track = t.id
                        where t.media = :media and t.version = :version
                        group by t.id, t.label, t.position order by t.position""")
                .param("media", item.id().value())
                .param("version", item.version())
                .query((row, number) -> row.getString(1))
                .list();
    }

    private static String text(@Nullable Instant moment) {
        return moment == null ? "" : moment.toString();
    }
}
