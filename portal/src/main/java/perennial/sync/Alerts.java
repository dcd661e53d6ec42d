package perennial.sync;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.storage.DiskSpace;

/**
 * Looks whether there is something that Managers must know, and tells them by mail: once when it begins, once when it is over
 * (S15). A look is one transaction, mails included, so nothing is told twice whatever is killed.
 */
@Component
class Alerts {
    private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);
    /** Of the share, so that 85 % is 85 %. */
    private static final double ROUNDING = 1e-9;

    private static final Duration KEPT = Duration.ofDays(90);

    private final AlertRows rows;
    private final AlertMails mails;
    private final DiskSpace store;
    private final AlertProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Alerts(
            AlertRows rows,
            AlertMails mails,
            DiskSpace store,
            AlertProperties properties,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.mails = mails;
        this.store = store;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    void look() {
        var now = clock.instant();
        var looking = new AlertRows.Looking(
                now, now.minus(properties.silence()), now.plus(properties.autoDelete()), percentUsed());
        transaction.executeWithoutResult(status -> {
            for (var kind : AlertKind.values()) {
                rows.open(kind, looking);
                rows.compare(kind, looking);
                rows.end(kind, now, properties.settle());
            }
            var quiet = now.minus(properties.pause());
            mails.began(rows.tell(now, quiet));
            mails.over(rows.tellEnd(now, quiet));
            rows.forget(now.minus(KEPT));
        });
    }

    /** Of a store that does not answer nothing is known; the paused syncs tell of that. */
    private int percentUsed() {
        try {
            return (int) Math.floor(100 * store.usedShare() + ROUNDING);
        } catch (IOException e) {
            LOG.warn("storage does not say how full it is reason=\"{}\"", e.getMessage());
            return 0;
        }
    }
}
