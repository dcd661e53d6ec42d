package perennial.storage;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Removes bytes that nobody will ever ask for: files without a row, and unfinished parts whose owner is gone. Only what
 * has lain untouched for a day, so nothing that is on its way is taken for lost.
 */
@Component
class Orphans {
    private static final Logger LOG = LoggerFactory.getLogger(Orphans.class);
    private static final Duration UNTOUCHED = Duration.ofDays(1);
    private static final int BATCH = 500;
    private static final BlobId BEFORE_ALL = new BlobId(new UUID(0, 0));

    private final BlobStore store;
    private final Blobs blobs;
    private final Parts parts;
    private final ObjectProvider<BlobUse> owners;
    private final Clock clock;

    Orphans(BlobStore store, Blobs blobs, Parts parts, ObjectProvider<BlobUse> owners, Clock clock) {
        this.store = store;
        this.blobs = blobs;
        this.parts = parts;
        this.owners = owners;
        this.clock = clock;
    }

    /** Looks through the whole store once. Safe to kill and to repeat. */
    void remove() throws IOException {
        var since = clock.instant().minus(UNTOUCHED);
        var removed = removeParts(since) + removeFiles(since);
        LOG.info("orphans removed count={}", removed);
    }

    private int removeParts(Instant since) {
        var removed = 0;
        var last = BEFORE_ALL;
        for (var batch = parts.untouched(since, last, BATCH); !batch.isEmpty(); ) {
            for (var id : withoutOwner(batch)) {
                if (parts.removeUntouched(id, since, store)) removed++;
            }
            last = batch.getLast();
            batch = parts.untouched(since, last, BATCH);
        }
        return removed;
    }

    private List<BlobId> withoutOwner(List<BlobId> ids) {
        var left = new ArrayList<>(ids);
        owners.forEach(owner -> left.removeAll(new HashSet<>(owner.used(ids))));
        return left;
    }

    private int removeFiles(Instant since) throws IOException {
        var removed = 0;
        try (var files = store.untouchedSince(since)) {
            var batch = new ArrayList<BlobId>(BATCH);
            for (var id : (Iterable<BlobId>) files::iterator) {
                batch.add(id);
                if (batch.size() == BATCH) {
                    removed += removeWithoutRow(batch);
                    batch.clear();
                }
            }
            return removed + removeWithoutRow(batch);
        }
    }

    private int removeWithoutRow(List<BlobId> ids) throws IOException {
        var left = new HashSet<>(ids);
        left.removeAll(new HashSet<>(blobs.among(ids)));
        left.removeAll(new HashSet<>(parts.among(ids)));
        for (var id : left) {
            store.delete(id);
        }
        return left.size();
    }
}
