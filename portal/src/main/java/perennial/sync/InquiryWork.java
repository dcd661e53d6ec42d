package perennial.sync;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.jobs.Lease;
import perennial.jobs.LostLease;
import perennial.secrets.CannotOpen;
import perennial.zoom.ZoomException;

/** Answers questions to Zoom. Changes nothing but their rows and the latest comparison. */
@Component
class InquiryWork {
    private static final Logger LOG = LoggerFactory.getLogger(InquiryWork.class);

    private final ConnectionRows connections;
    private final InquiryRows rows;
    private final InquiryFields fields;
    private final Wishes wishes;
    private final Previews previews;
    private final Reconciliations reconciliations;
    private final TransactionTemplate transaction;

    InquiryWork(
            ConnectionRows connections,
            InquiryRows rows,
            InquiryFields fields,
            Wishes wishes,
            Previews previews,
            Reconciliations reconciliations,
            TransactionTemplate transaction) {
        this.connections = connections;
        this.rows = rows;
        this.fields = fields;
        this.wishes = wishes;
        this.previews = previews;
        this.reconciliations = reconciliations;
        this.transaction = transaction;
    }

    /** Writes how many recordings were read, once a second at most. */
    private final class Progress implements Runnable {
        private static final long PAUSE = Duration.ofSeconds(1).toNanos();

        private final InquiryId id;
        private int seen;
        private long writtenAt = System.nanoTime();

        Progress(InquiryId id) {
            this.id = id;
        }

        @Override
        public void run() {
            seen++;
            long now = System.nanoTime();
            if (now - writtenAt < PAUSE) return;
            writtenAt = now;
            rows.seen(id, seen);
        }
    }

    void answer(InquiryId id, Lease lease) {
        var inquiry = rows.find(id).orElse(null);
        if (inquiry == null || inquiry.ended()) return;
        rows.began(id);
        var progress = new Progress(id);
        try {
            end(id, progress, answer(inquiry, progress), "", lease);
        } catch (ZoomException e) {
            end(id, progress, null, e.getMessage(), lease);
        } catch (InvalidSettings | CannotOpen e) {
            end(id, progress, null, "The settings were changed meanwhile. Ask again.", lease);
        } catch (LostLease | DataAccessException | TransactionException e) {
            throw e; // for another try
        } catch (RuntimeException e) {
            LOG.error("inquiry broke inquiry={}", id, e);
            end(id, progress, null, "The portal made a mistake in counting. Its log says which. Ask again.", lease);
        }
    }

    /** Null for a comparison, whose result lies in tables of its own. */
    private @Nullable Preview answer(Inquiry inquiry, Progress progress) {
        var id = inquiry.connection();
        var connection = id == null ? null : connections.find(id).orElse(null);
        if (inquiry.kind() == Inquiry.Kind.COMPARISON) {
            if (connection != null) reconciliations.compare(connection, inquiry.askedBy(), progress);
            return null;
        }
        var wish = wishes.read(connection, fields.open(inquiry.id()));
        return previews.of(
                connection == null ? ConnectionId.random() : connection.id(),
                wish.settings(),
                wish.secrets(),
                progress);
    }

    private void end(InquiryId id, Progress progress, @Nullable Preview result, String failure, Lease lease) {
        Map<String, String> kept = failure.isEmpty() ? fields.withoutSecrets(id) : Map.of();
        transaction.executeWithoutResult(status -> {
            lease.check();
            rows.ended(id, progress.seen, result, failure, fields.sealed(id, kept));
        });
    }
}
