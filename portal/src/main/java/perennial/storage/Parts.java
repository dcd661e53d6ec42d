package perennial.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How far unfinished blobs have come. Changes commit on their own, whatever transaction the caller is in: they state what
 * the disk holds, and that does not roll back.
 */
@Repository
class Parts {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate ownTransaction;

    /** @param durable bytes that were fsync'd */
    record Progress(long durable, @Nullable String validator) {}

    Parts(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Makes {@code writer} the only one that may go on with {@code id}, and says how far the last one came. */
    Progress open(BlobId id, UUID writer) {
        return inOwnTransaction(() -> jdbc.sql("""
                        insert into blob_part (id, writer, touched_at) values (:id, :writer, :now)
                        on conflict (id) do update set writer = excluded.writer, touched_at = excluded.touched_at
                        returning durable_bytes, validator""")
                .param("id", id.value())
                .param("writer", writer)
                .param("now", now())
                .query((row, n) -> new Progress(row.getLong("durable_bytes"), row.getString("validator")))
                .single());
    }

    /** Notes what is durable. Tells whether {@code writer} is still the one to go on. */
    boolean remember(BlobId id, UUID writer, long durable, @Nullable String validator) {
        return inOwnTransaction(() -> jdbc.sql("""
                        update blob_part set durable_bytes = :durable, validator = :validator, touched_at = :now
                        where id = :id and writer = :writer""")
                        .param("durable", durable)
                        .param("validator", validator)
                        .param("now", now())
                        .param("id", id.value())
                        .param("writer", writer)
                        .update())
                == 1;
    }

    /** Runs {@code action} while nobody can take the part over. Tells whether it was {@code writer}'s and so ran. */
    boolean whileOwned(BlobId id, UUID writer, Runnable action) {
        return inOwnTransaction(() -> {
            var ours = jdbc.sql("select 1 from blob_part where id = :id and writer = :writer for update")
                    .param("id", id.value())
                    .param("writer", writer)
                    .query(Integer.class)
                    .optional()
                    .isPresent();
            if (ours) action.run();
            return ours;
        });
    }

    /** Forgets a part in the caller's transaction. */
    void forget(BlobId id) {
        jdbc.sql("delete from blob_part where id = :id").param("id", id.value()).update();
    }

    /** Forgets a part and removes its bytes, unless somebody has touched it since. Tells whether it did. */
    boolean removeUntouched(BlobId id, Instant since, BlobStore store) {
        return inOwnTransaction(() -> {
            var gone = jdbc.sql("delete from blob_part where id = :id and touched_at < :since")
                            .param("id", id.value())
                            .param("since", OffsetDateTime.ofInstant(since, ZoneOffset.UTC))
                            .update()
                    == 1;
            try {
                if (gone) store.delete(id);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return gone;
        });
    }

    /** Of {@code ids}, those that are still arriving. */
    List<BlobId> among(List<BlobId> ids) {
        return jdbc.sql("select id from blob_part where id = any(:ids)")
                .param("ids", ids.stream().map(BlobId::value).toArray(UUID[]::new))
                .query((row, n) -> new BlobId(row.getObject("id", UUID.class)))
                .list();
    }

    /** At most {@code limit} parts that nobody has touched since {@code since}, behind {@code last} in order of id. */
    List<BlobId> untouched(Instant since, BlobId last, int limit) {
        return jdbc.sql("""
                        select id from blob_part where touched_at < :since and id > :last order by id limit :limit""")
                .param("since", OffsetDateTime.ofInstant(since, ZoneOffset.UTC))
                .param("last", last.value())
                .param("limit", limit)
                .query((row, n) -> new BlobId(row.getObject("id", UUID.class)))
                .list();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private <T> T inOwnTransaction(Supplier<T> action) {
        return Objects.requireNonNull(ownTransaction.execute(status -> action.get()));
    }
}
