package perennial.upload;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import perennial.library.MediaId;
import perennial.people.PersonId;
import perennial.storage.Blob;
import perennial.storage.BlobId;

/** The stored uploads. Every method is one statement. */
@Repository
class UploadRows {
    private final JdbcClient jdbc;
    private final Clock clock;

    UploadRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(UploadId id, PersonId owner, String name, String fingerprint, long size, BlobId blob) {
        jdbc.sql("""
                        insert into upload (id, owner, name, fingerprint, size_bytes, blob, state, created_at, changed_at)
                        values (:id, :owner, :name, :fingerprint, :size, :blob, 'ARRIVING', :now, :now)""")
                .param("id", id.value())
                .param("owner", owner.value())
                .param("name", name)
                .param("fingerprint", fingerprint)
                .param("size", size)
                .param("blob", blob.value())
                .param("now", now())
                .update();
    }

    Optional<Upload> find(UploadId id) {
        return jdbc.sql("select * from upload where id = :id")
                .param("id", id.value())
                .query(UploadRows::read)
                .optional();
    }

    /** Newest first. */
    List<Upload> of(PersonId owner, int limit) {
        return jdbc.sql("select * from upload where owner = :owner order by created_at desc, id limit :limit")
                .param("owner", owner.value())
                .param("limit", limit)
                .query(UploadRows::read)
                .list();
    }

    int unfinished(PersonId owner) {
        return jdbc.sql("select count(*) from upload where owner = :owner and state = 'ARRIVING'")
                .param("owner", owner.value())
                .query(Integer.class)
                .single();
    }

    void received(UploadId id, long bytes) {
        jdbc.sql("""
                        update upload set offset_bytes = :bytes, changed_at = :now
                        where id = :id and state = 'ARRIVING'""")
                .param("bytes", bytes)
                .param("now", now())
                .param("id", id.value())
                .update();
    }

    /** Tells whether it was still arriving. */
    boolean whole(UploadId id, Blob blob) {
        return jdbc.sql("""
                        update upload set state = 'CHECKING', offset_bytes = size_bytes, sha256 = :sha256, changed_at = :now
                        where id = :id and state = 'ARRIVING' and blob = :blob""")
                        .param("sha256", blob.sha256())
                        .param("now", now())
                        .param("id", id.value())
                        .param("blob", blob.id().value())
                        .update()
                == 1;
    }

    void preparing(UploadId id, int percent) {
        jdbc.sql("""
                        update upload set state = 'PREPARING', percent = :percent, changed_at = :now
                        where id = :id and state in ('CHECKING', 'PREPARING')""")
                .param("percent", percent)
                .param("now", now())
                .param("id", id.value())
                .update();
    }

    /** The library names its bytes from now on. Tells whether somebody still waits for it. */
    boolean ready(UploadId id, MediaId media) {
        return jdbc.sql("""
                        update upload set state = 'READY', media = :media, blob = null, percent = 100, changed_at = :now
                        where id = :id and state in ('CHECKING', 'PREPARING')""")
                        .param("media", media.value())
                        .param("now", now())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    void refused(UploadId id, String reason) {
        jdbc.sql("""
                        update upload set state = 'REFUSED', reason = :reason, blob = null, changed_at = :now
                        where id = :id and state in ('CHECKING', 'PREPARING')""")
                .param("reason", reason)
                .param("now", now())
                .param("id", id.value())
                .update();
    }

    void failed(UploadId id, String reason) {
        jdbc.sql("""
                        update upload set state = 'FAILED', reason = :reason, changed_at = :now
                        where id = :id and state in ('CHECKING', 'PREPARING')""")
                .param("reason", reason)
                .param("now", now())
                .param("id", id.value())
                .update();
    }

    /** Tells whether there was something to try again. */
    boolean again(UploadId id) {
        return jdbc.sql("""
                        update upload set state = 'CHECKING', reason = '', percent = 0, changed_at = :now
                        where id = :id and state = 'FAILED'""").param("now", now()).param("id", id.value()).update() == 1;
    }

    void delete(UploadId id) {
        jdbc.sql("delete from upload where id = :id").param("id", id.value()).update();
    }

    /** Forgets what nobody has gone on with since {@code since}, and what came to its end before. */
    int forget(Instant since) {
        return jdbc.sql("delete from upload where changed_at < :since and state in ('ARRIVING', 'READY', 'REFUSED')")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .update();
    }

    Set<BlobId> naming(Collection<BlobId> candidates) {
        return Set.copyOf(jdbc.sql("select blob from upload where blob = any(:blobs)")
                .param("blobs", candidates.stream().map(BlobId::value).toArray(UUID[]::new))
                .query((row, number) -> new BlobId(row.getObject("blob", UUID.class)))
                .list());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Upload read(ResultSet row, int number) throws SQLException {
        var blob = row.getObject("blob", UUID.class);
        var media = row.getObject("media", UUID.class);
        return new Upload(
                new UploadId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("owner", UUID.class)),
                row.getString("name"),
                row.getString("fingerprint"),
                row.getLong("size_bytes"),
                row.getLong("offset_bytes"),
                blob == null ? null : new BlobId(blob),
                row.getString("sha256"),
                UploadState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getInt("percent"),
                media == null ? null : new MediaId(media),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
