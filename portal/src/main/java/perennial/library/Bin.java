package perennial.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.audit.AuditLog;
import perennial.people.Person;
import perennial.people.RecentPassword;
import perennial.people.Role;
import perennial.storage.BlobId;
import perennial.storage.FreedBlobs;
import perennial.web.PortalException;

/**
 * The bin: what is deleted rests here for 30 days and is purged then, but for what the portal has the only copy of (D8): that
 * stays until a Manager purges it. Purged is gone for good, with all files that nothing else needs, and never imported again.
 */
@Service
public class Bin {
    /** How long an item rests here. */
    public static final Duration REST = Duration.ofDays(30);

    private static final int BATCH = 100;
    private static final String JOB = "The bin, after 30 days";

    private final JdbcClient jdbc;
    private final MediaTable media;
    private final ObjectProvider<AtZoom> zoom;
    private final FreedBlobs blobs;
    private final RecentPassword recent;
    private final ApplicationEventPublisher events;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Bin(
            JdbcClient jdbc,
            MediaTable media,
            ObjectProvider<AtZoom> zoom,
            FreedBlobs blobs,
            RecentPassword recent,
            ApplicationEventPublisher events,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.media = media;
        this.zoom = zoom;
        this.blobs = blobs;
        this.recent = recent;
        this.events = events;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What the bin knows of an item.
     *
     * @param deletedBy name; empty where it is not known
     * @param bytes of all its files, each counted once
     * @param copy whether Zoom has it too; empty for what never was at Zoom
     */
    public record Resting(Instant deletedAt, String deletedBy, long bytes, Optional<AtZoom.Copy> copy) {
        /** When it is purged by itself; empty: not before a Manager does it. */
        public Optional<Instant> purgedAt() {
            return copy.filter(where -> where == AtZoom.Copy.GONE).isPresent()
                    ? Optional.empty()
                    : Optional.of(deletedAt.plus(REST));
        }
    }

    /** What is known of deleted items that the caller may see. */
    public Map<MediaId, Resting> of(List<MediaId> items) {
        var copies = copies(items);
        return jdbc
                .sql("""
                        select m.id, m.deleted_at, coalesce(p.name, '') as deleted_by,
                            (select coalesce(sum(b.size_bytes), 0) from blob b where b.id in (
                                select blob from piece where media = m.id
                                union select blob from media_original where media = m.id)) as bytes
                        from media m left join person p on p.id = m.deleted_by
                        where m.id = any(:ids) and m.status = 'DELETED'""")
                .param("ids", items.stream().map(MediaId::value).toArray(UUID[]::new))
                .query((row, number) -> resting(row, copies))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map.Entry<MediaId, Resting> resting(ResultSet row, Map<MediaId, AtZoom.Copy> copies)
            throws SQLException {
        var id = new MediaId(row.getObject("id", UUID.class));
        var at = Objects.requireNonNull(row.getObject("deleted_at", OffsetDateTime.class));
        return Map.entry(
                id,
                new Resting(
                        at.toInstant(),
                        row.getString("deleted_by"),
                        row.getLong("bytes"),
                        Optional.ofNullable(copies.get(id))));
    }

    private Map<MediaId, AtZoom.Copy> copies(List<MediaId> items) {
        var known = zoom.getIfAvailable();
        return known == null ? Map.of() : known.of(items);
    }

    /**
     * Removes an item that is in the bin, for good.
     *
     * @throws UnknownMedia if there is no such item
     * @throws PortalException 403 if {@code by} is no Manager
     * @throws RecentPassword.Needed if they have not proven for a while who they are
     * @throws NotPossible if it is not in the bin
     */
    @Transactional
    public void purge(MediaId id, Person by) {
        if (!by.role().atLeast(Role.MANAGER)) {
            throw new PortalException(403, "managers-only", "Only a Manager purges the bin", "Ask one of them.");
        }
        recent.require();
        var locked = media.lock(id).orElseThrow(UnknownMedia::new);
        if (locked.status() != MediaStatus.DELETED) throw NotPossible.notInTheBin();
        remove(id, by.email());
    }

    /** Removes what has rested long enough and is no only copy. Safe to kill and to repeat: each item is a transaction. */
    int purgeDue() {
        var purged = 0;
        var due = due(new UUID(0, 0));
        while (!due.isEmpty()) {
            var copies = copies(due);
            for (var id : due) {
                if (copies.get(id) != AtZoom.Copy.GONE && purgeByItself(id)) purged++;
            }
            due = due(due.getLast().value());
        }
        return purged;
    }

    private List<MediaId> due(UUID after) {
        return jdbc.sql("""
                        select id from media where status = 'DELETED' and deleted_at <= :until and id > :after
                        order by id limit :limit""")
                .param("until", clock.instant().minus(REST).atOffset(ZoneOffset.UTC))
                .param("after", after)
                .param("limit", BATCH)
                .query((row, number) -> new MediaId(row.getObject("id", UUID.class)))
                .list();
    }

    private boolean purgeByItself(MediaId id) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var locked = media.lock(id).orElse(null);
            if (locked == null || locked.status() != MediaStatus.DELETED) return false; // restored meanwhile
            remove(id, JOB);
            return true;
        }));
    }

    private void remove(MediaId id, String by) {
        var item = media.find(id).orElseThrow(UnknownMedia::new);
        var files = files(id);
        jdbc.sql("insert into media_purged (id, source, purged_at, purged_by) values (:id, :source, :now, :by)")
                .param("id", id.value())
                .param("source", item.source())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
        jdbc.sql("delete from media where id = :id").param("id", id.value()).update();
        events.publishEvent(new MediaPurged(id, item.source(), by));
        blobs.free(files);
        audit.record(by, "media.purged", "media/" + id, item.title());
    }

    private List<BlobId> files(MediaId id) {
        return jdbc.sql("""
                        select blob from piece where media = :id
                        union select blob from media_original where media = :id
                        union select poster from media where id = :id and poster is not null""")
                .param("id", id.value())
                .query((row, number) -> new BlobId(row.getObject("blob", UUID.class)))
                .list();
    }
}
