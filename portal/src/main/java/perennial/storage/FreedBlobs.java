package perennial.storage;

import java.util.Collection;
import java.util.HashSet;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets go of blobs whose last use has ended. */
@Service
public class FreedBlobs {
    private static final Logger LOG = LoggerFactory.getLogger(FreedBlobs.class);

    private final JdbcClient jdbc;
    private final ObjectProvider<BlobUse> owners;
    private final TransactionTemplate nested;

    FreedBlobs(JdbcClient jdbc, ObjectProvider<BlobUse> owners, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.owners = owners;
        this.nested = new TransactionTemplate(transactions);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * Forgets those of {@code ids} that no module names any more, in the caller's transaction. Their bytes go with the daily
     * clean-up, a day later at the earliest, so that nobody is cut off in the middle of reading.
     *
     * @return how many were forgotten
     */
    public int free(Collection<BlobId> ids) {
        var left = new HashSet<>(ids);
        if (left.isEmpty()) return 0;
        owners.forEach(owner -> left.removeAll(new HashSet<>(owner.used(ids))));
        try {
            return forget(left);
        } catch (DataIntegrityViolationException e) {
            LOG.warn("blobs kept, a row still names one count={}", left.size());
            return 0;
        }
    }

    private int forget(Collection<BlobId> ids) {
        var forgotten = nested.execute(status -> jdbc.sql("delete from blob where id = any(:ids)")
                .param("ids", ids.stream().map(BlobId::value).toArray(UUID[]::new))
                .update());
        return forgotten == null ? 0 : forgotten;
    }
}
