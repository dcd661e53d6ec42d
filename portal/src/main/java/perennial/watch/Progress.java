package perennial.watch;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import perennial.library.Media;
import perennial.library.MediaId;
import perennial.library.Watching;
import perennial.people.PersonId;

/** Where people stopped watching, and how often items were seen. */
@Repository
class Progress implements Watching {
    /** Whoever got this far has seen it; credits and farewells count for nothing. */
    private static final double FINISHED = 0.95;

    private final JdbcClient jdbc;
    private final Clock clock;

    Progress(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes that {@code person} is at {@code position} of {@code item}, and counts a view, one a day. */
    @Transactional
    void at(Media item, PersonId person, Duration position) {
        var place = position.compareTo(item.length()) > 0 ? item.length() : position;
        note(item.id(), person, place, place.toMillis() >= item.length().toMillis() * FINISHED);
        if (firstToday(item.id(), person)) count(item.id());
    }

    private void note(MediaId media, PersonId person, Duration position, boolean finished) {
        jdbc.sql("""
                        insert into watch_progress (person, media, position_ms, finished, changed_at)
                        values (:person, :media, :position, :finished, :now)
                        on conflict (person, media) do update
                        set position_ms = excluded.position_ms, finished = excluded.finished,
                            changed_at = excluded.changed_at""")
                .param("person", person.value())
                .param("media", media.value())
                .param("position", position.toMillis())
                .param("finished", finished)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private boolean firstToday(MediaId media, PersonId person) {
        return jdbc.sql("""
                        insert into media_view (media, person, viewed_on) values (:media, :person, :today)
                        on conflict do nothing""")
                        .param("media", media.value())
                        .param("person", person.value())
                        .param("today", clock.instant().atOffset(ZoneOffset.UTC).toLocalDate())
                        .update()
                == 1;
    }

    private void count(MediaId media) {
        jdbc.sql("""
                        insert into view_count (media, views) values (:media, 1)
                        on conflict (media) do update set views = view_count.views + 1""").param("media", media.value()).update();
    }

    @Override
    public Map<MediaId, Watched> of(List<MediaId> items, @Nullable PersonId viewer) {
        return jdbc
                .sql("""
                        select i.media, coalesce(c.views, 0) as views, coalesce(p.position_ms, 0) as position_ms,
                            coalesce(p.finished, false) as finished
                        from unnest(:items::uuid[]) as i (media)
                            left join view_count c on c.media = i.media
                            left join watch_progress p on p.media = i.media and p.person = :viewer::uuid""")
                .param("items", items.stream().map(MediaId::value).toArray(UUID[]::new))
                .param("viewer", viewer == null ? null : viewer.value())
                .query((row, number) -> Map.entry(
                        new MediaId(row.getObject("media", UUID.class)),
                        new Watched(
                                row.getLong("views"),
                                Duration.ofMillis(row.getLong("position_ms")),
                                row.getBoolean("finished"))))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public String joinViews() {
        return "join view_count views on views.media = m.id";
    }

    @Override
    public List<MediaId> unfinished(PersonId viewer, int limit) {
        return jdbc.sql("""
                        select media from watch_progress where person = :viewer and not finished and position_ms > 0
                        order by changed_at desc limit :limit""")
                .param("viewer", viewer.value())
                .param("limit", limit)
                .query((row, number) -> new MediaId(row.getObject("media", UUID.class)))
                .list();
    }
}
