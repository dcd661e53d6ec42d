package perennial.library;

import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import perennial.audit.AuditLog;
import perennial.settings.DefaultPublish;
import perennial.settings.PublishedVideos;

/** Gives what is published the portal's default publish settings (P6), when a Manager asks for it. */
@Component
class DefaultsApplied implements PublishedVideos {
    private final JdbcClient jdbc;
    private final Categories categories;
    private final AuditLog audit;
    private final Clock clock;

    DefaultsApplied(JdbcClient jdbc, Categories categories, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.categories = categories;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public long count() {
        return jdbc.sql("select count(*) from media where status = 'PUBLISHED'")
                .query(Long.class)
                .single();
    }

    @Override
    public List<String> categories() {
        return categories.all().stream().map(Category::name).toList();
    }

    @Override
    @Transactional
    public int apply(DefaultPublish settings, String actor) {
        var access = Access.ofWord(settings.access());
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        int applied = jdbc.sql("""
                        update media set access = :access, download = :download, embed = :embed, share = :share,
                            comments = :comments, changed_at = :now, category = coalesce(
                                (select c.id from category c where c.name_key = lower(btrim(:category))), category)
                        where status = 'PUBLISHED'""")
                .param("access", access.name())
                .param("download", settings.download())
                .param("embed", settings.embed())
                .param("share", settings.share())
                .param("comments", settings.comments())
                .param("category", settings.category(), Types.VARCHAR)
                .param("now", now)
                .update();
        links(access);
        audit.record(actor, "media.defaults-applied", "Portal settings", "%d videos, %s".formatted(applied, settings));
        return applied;
    }

    /** Secrets where the access needs one, and none where it does not. */
    private void links(Access access) {
        if (access != Access.LINK) {
            jdbc.sql("delete from media_link l using media m where m.id = l.media and m.access <> 'LINK'")
                    .update();
            return;
        }
        jdbc.sql("""
                        insert into media_link (media, secret, made_at)
                        select id, link_secret(), changed_at from media where access = 'LINK'
                        on conflict (media) do nothing""").update();
    }
}
