package perennial.library;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import perennial.people.PersonId;
import perennial.settings.DefaultPublish;
import perennial.storage.BlobId;

/**
 * The rows of {@code media}, written. Every method is one statement and joins the caller's transaction; those that change
 * words or content also publish a {@link MediaChanged}.
 */
@Repository
class MediaTable {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    MediaTable(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /** Takes a new item in, unless its source is there already; tells whether it did. */
    boolean insert(MediaId id, NewMedia item, MediaStatus status, boolean moderated, DefaultPublish defaults) {
        var added = jdbc.sql("""
                        insert into media (id, source, title, author, status, access, moderated, recorded_at, length_ms,
                            version, category, download, embed, share, comments, created_at, changed_at, published_at)
                        values (:id, :source, :title, :author, :status, :access, :moderated, :recordedAt, :length,
                            1, (select c.id from category c where c.name_key = lower(btrim(:category))), :download, :embed, :share, :comments, :now, :now,
                            case when :status = 'PUBLISHED' then :now end)
                        on conflict (source) do nothing""")
                        .param("id", id.value())
                        .param("source", item.source())
                        .param("title", title(item.title()))
                        .param("author", item.author().value())
                        .param("status", status.name())
                        .param("access", Access.ofWord(defaults.access()).name())
                        .param("moderated", moderated)
                        .param("recordedAt", item.recordedAt().atOffset(ZoneOffset.UTC))
                        .param("length", item.content().length().toMillis())
                        .param("download", defaults.download())
                        .param("embed", defaults.embed())
                        .param("share", defaults.share())
                        .param("comments", defaults.comments())
                        .param("category", defaults.category(), Types.VARCHAR)
                        .param("now", now())
                        .update()
                == 1;
        if (added) events.publishEvent(new MediaChanged(id));
        return added;
    }

    /** The item that came from there, also if it was purged. */
    Optional<MediaId> bySource(String source) {
        return jdbc.sql("""
                        select id from media where source = :source
                        union all select id from media_purged where source = :source
                        limit 1""")
                .param("source", source)
                .query(UUID.class)
                .optional()
                .map(MediaId::new);
    }

    Optional<MediaStatus> status(MediaId id) {
        return jdbc.sql("select status from media where id = :id")
                .param("id", id.value())
                .query(String.class)
                .optional()
                .map(MediaStatus::valueOf);
    }

    boolean purged(MediaId id) {
        return jdbc.sql("select exists (select 1 from media_purged where id = :id)")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    /** An item in whatever status, whoever asks. */
    Optional<Media> find(MediaId id) {
        return jdbc.sql("select %s from media m join person author on author.id = m.author where m.id = :id"
                        .formatted(MediaRows.COLUMNS))
                .param("id", id.value())
                .query(MediaRows::toMedia)
                .optional();
    }

    /** Locks the row until the transaction ends, and tells what stands in it. */
    Optional<Locked> lock(MediaId id) {
        return jdbc.sql("select status, status_before, version, moderated from media where id = :id for update")
                .param("id", id.value())
                .query((row, number) -> new Locked(
                        MediaStatus.valueOf(row.getString("status")),
                        Optional.ofNullable(row.getString("status_before")).map(MediaStatus::valueOf),
                        row.getInt("version"),
                        row.getBoolean("moderated")))
                .optional();
    }

    record Locked(MediaStatus status, Optional<MediaStatus> before, int version, boolean moderated) {
        /** Whether what is shown, or would be after a restore, was approved. */
        boolean approved() {
            return moderated && before.orElse(status) == MediaStatus.PUBLISHED;
        }
    }

    void show(MediaId id, int version, long lengthMillis) {
        jdbc.sql("update media set version = :version, length_ms = :length, changed_at = :now where id = :id")
                .param("version", version)
                .param("length", lengthMillis)
                .param("now", now())
                .param("id", id.value())
                .update();
        events.publishEvent(new MediaChanged(id));
    }

    long countBy(PersonId author) {
        return jdbc.sql("select count(*) from media where author = :author")
                .param("author", author.value())
                .query(Long.class)
                .single();
    }

    /** Tells how many items have another author now. */
    int handOver(PersonId from, PersonId to) {
        var handed = jdbc.sql("update media set author = :to, changed_at = :now where author = :from returning id")
                .param("from", from.value())
                .param("to", to.value())
                .param("now", now())
                .query((row, number) -> new MediaId(row.getObject("id", UUID.class)))
                .list();
        handed.forEach(id -> events.publishEvent(new MediaChanged(id)));
        return handed.size();
    }

    /** Moves an item that is not deleted to another status that is neither. */
    void move(MediaId id, MediaStatus status) {
        jdbc.sql("""
                        update media set status = :status, changed_at = :now,
                            published_at = case when :status = 'PUBLISHED' then coalesce(published_at, :now)
                                else published_at end
                        where id = :id""")
                .param("status", status.name())
                .param("now", now())
                .param("id", id.value())
                .update();
    }

    void bin(MediaId id, PersonId by) {
        jdbc.sql("""
                        update media set status_before = case when status = 'PROCESSING' then 'DRAFT' else status end,
                            status = 'DELETED', deleted_at = :now, deleted_by = :by, changed_at = :now
                        where id = :id""")
                .param("now", now())
                .param("by", by.value())
                .param("id", id.value())
                .update();
    }

    void restore(MediaId id) {
        jdbc.sql("""
                        update media set status = status_before, status_before = null, deleted_at = null,
                            deleted_by = null,
                            changed_at = :now
                        where id = :id""").param("now", now()).param("id", id.value()).update();
    }

    /** Notes that {@code version} has nothing to look at. */
    void noPoster(MediaId id, int version) {
        poster(id, version, null);
    }

    /** Notes that somebody changed what belongs to an item. */
    void touch(MediaId id) {
        jdbc.sql("update media set changed_at = :now where id = :id")
                .param("now", now())
                .param("id", id.value())
                .update();
        events.publishEvent(new MediaChanged(id));
    }

    /** Whether the item came in under the rule of moderation. */
    boolean moderated(MediaId id) {
        return jdbc.sql("select moderated from media where id = :id")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    /** Shows a picture that somebody brought, over all versions. */
    void posterByHand(MediaId id, BlobId poster) {
        jdbc.sql("update media set poster = :poster, poster_of = version, poster_by_hand = true where id = :id")
                .param("poster", poster.value())
                .param("id", id.value())
                .update();
    }

    /** Wants the poster taken from the video, at that moment or (null) wherever it is best. */
    void posterAt(MediaId id, @Nullable Long millis) {
        jdbc.sql("update media set poster_at_ms = :at, poster_by_hand = false, poster_of = 0 where id = :id")
                .param("at", millis, Types.BIGINT)
                .param("id", id.value())
                .update();
    }

    /** Shows a poster of {@code version}; tells whether that is still the version shown. One by hand stays. */
    boolean poster(MediaId id, int version, @Nullable BlobId poster) {
        return jdbc.sql("""
                        update media set poster_of = :version,
                            poster = case when poster_by_hand then poster else :poster end
                        where id = :id and version = :version""")
                        .param("poster", poster == null ? null : poster.value(), Types.OTHER)
                        .param("version", version)
                        .param("id", id.value())
                        .update()
                == 1;
    }

    private static String title(String title) {
        var storable = Versions.storable(title).strip();
        return storable.isEmpty() ? "Untitled" : storable;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
