package perennial.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes what {@link MediaSettings} holds. Joins the caller's transaction. */
@Repository
class SettingsRows {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SettingsRows(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /** What belongs to an item beside its own row. */
    record Beside(
            @Nullable Category category,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable String link) {
        static final Beside NOTHING = new Beside(null, null, null, null);
    }

    Map<UUID, Beside> beside(UUID[] ids) {
        return jdbc
                .sql("""
                        select m.id, m.available_from, m.available_until, c.id as category_id, c.name as category, l.secret
                        from media m left join category c on c.id = m.category left join media_link l on l.media = m.id
                        where m.id = any(:ids)""")
                .param("ids", ids)
                .query((row, number) -> Map.entry(
                        row.getObject("id", UUID.class),
                        new Beside(
                                category(row),
                                instant(row, "available_from"),
                                instant(row, "available_until"),
                                row.getString("secret"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Map<UUID, List<String>> tags(UUID[] ids) {
        return jdbc
                .sql("select media, tag from media_tag where media = any(:ids) order by tag_key")
                .param("ids", ids)
                .query((row, number) -> Map.entry(row.getObject("media", UUID.class), row.getString("tag")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    Map<UUID, List<Grant>> grants(UUID[] ids) {
        return jdbc
                .sql("""
                        select g.media, g.person, g.person_group, coalesce(p.email, k.name) as name
                        from media_grant g
                            left join person p on p.id = g.person
                            left join grant_group k on k.id = g.person_group
                        where g.media = any(:ids) order by name, g.media""")
                .param("ids", ids)
                .query((row, number) -> Map.entry(row.getObject("media", UUID.class), grant(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    void write(MediaId id, MediaSettings wanted) {
        var category = wanted.category();
        jdbc.sql("""
                        update media set title = :title, description = :description, author = :author,
                            recorded_at = :recorded,
                            category = :category, access = :access, available_from = :from, available_until = :until,
                            download = :download, embed = :embed, share = :share, comments = :comments,
                            changed_at = :now
                        where id = :id""")
                .param("title", wanted.title())
                .param("description", wanted.description())
                .param("author", wanted.author().value())
                .param("recorded", at(wanted.recordedAt()))
                .param("category", category == null ? null : category.id().value())
                .param("access", wanted.access().name())
                .param("from", at(wanted.availableFrom()))
                .param("until", at(wanted.availableUntil()))
                .param("download", wanted.allowed().download())
                .param("embed", wanted.allowed().embed())
                .param("share", wanted.allowed().share())
                .param("comments", wanted.allowed().comments())
                .param("now", at(clock.instant()))
                .param("id", id.value())
                .update();
        tags(id, wanted.tags());
        grants(id, wanted.grants());
        events.publishEvent(new MediaChanged(id));
    }

    private void tags(MediaId id, List<String> tags) {
        jdbc.sql("delete from media_tag where media = :id")
                .param("id", id.value())
                .update();
        if (tags.isEmpty()) return;
        jdbc.sql("""
                        insert into media_tag (media, tag_key, tag)
                        select :id, t.key, t.tag from unnest(:keys::text[], :tags::text[]) as t (key, tag)
                        on conflict do nothing""")
                .param("id", id.value())
                .param(
                        "keys",
                        tags.stream().map(tag -> tag.toLowerCase(Locale.ROOT)).toArray(String[]::new))
                .param("tags", tags.toArray(String[]::new))
                .update();
    }

    private void grants(MediaId id, List<Grant> grants) {
        jdbc.sql("delete from media_grant where media = :id")
                .param("id", id.value())
                .update();
        for (var grant : grants) {
            jdbc.sql("insert into media_grant (media, person, person_group) values (:id, :person, :group)")
                    .param("id", id.value())
                    .param("person", grant.kind() == Grant.Kind.PERSON ? grant.id() : null)
                    .param("group", grant.kind() == Grant.Kind.GROUP ? grant.id() : null)
                    .update();
        }
    }

    /** A group by its name, ignoring case. */
    List<Grant> group(String name) {
        return jdbc.sql("select id, name from grant_group where name_key = :key")
                .param("key", name.strip().toLowerCase(Locale.ROOT))
                .query((row, number) ->
                        new Grant(Grant.Kind.GROUP, row.getObject("id", UUID.class), row.getString("name")))
                .list();
    }

    /** A group by its id. */
    List<Grant> group(UUID id) {
        return jdbc.sql("select id, name from grant_group where id = :id")
                .param("id", id)
                .query((row, number) ->
                        new Grant(Grant.Kind.GROUP, row.getObject("id", UUID.class), row.getString("name")))
                .list();
    }

    private static Grant grant(ResultSet row) throws SQLException {
        var person = row.getObject("person", UUID.class);
        return person == null
                ? new Grant(Grant.Kind.GROUP, row.getObject("person_group", UUID.class), row.getString("name"))
                : new Grant(Grant.Kind.PERSON, person, row.getString("name"));
    }

    private static @Nullable Category category(ResultSet row) throws SQLException {
        var id = row.getObject("category_id", UUID.class);
        return id == null ? null : new Category(new CategoryId(id), row.getString("category"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
