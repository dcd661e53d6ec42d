package perennial.library;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The secrets of "anyone with the link": one an item that has that access. Joins the caller's transaction. */
@Repository
public class Links {
    private final JdbcClient jdbc;
    private final Clock clock;

    Links(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The item that the secret opens just now; empty if it opens none, or none any more. */
    public Optional<MediaId> opens(String secret) {
        return jdbc.sql("""
                        select m.id from media_link l join opened_media(null, array[:secret]) m on m.id = l.media
                        where l.secret = :secret""")
                .param("secret", secret)
                .query(UUID.class)
                .optional()
                .map(MediaId::new);
    }

    Optional<String> of(MediaId id) {
        return jdbc.sql("select secret from media_link where media = :id")
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    /** Makes a secret where the access needs one and there is none; ends it where another access is chosen. */
    void keep(MediaId id, Access access) {
        if (access != Access.LINK) {
            forget(id);
            return;
        }
        jdbc.sql("""
                        insert into media_link (media, secret, made_at) values (:id, link_secret(), :now)
                        on conflict (media) do nothing""")
                .param("id", id.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    void forget(MediaId id) {
        jdbc.sql("delete from media_link where media = :id")
                .param("id", id.value())
                .update();
    }
}
