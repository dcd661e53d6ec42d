package perennial.sync;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.zoom.WebhookSignature;

/**
 * Takes Zoom's webhooks (S2). They only make sooner what a scheduled sync would find anyway: a call queues work in one
 * transaction and is answered, and Zoom is asked what is true.
 */
@Service
public class Webhooks {
    /** In bytes; a meeting of 150 files makes about a tenth of it. */
    public static final int LONGEST_BODY = 1 << 20;

    /** Zoom repeats for 85 minutes. */
    private static final Duration OLDEST = Duration.ofHours(2);

    private static final Duration FURTHEST_AHEAD = Duration.ofMinutes(5);

    /** For connections that do not exist or have no secret: the same work is done, and no signature is right. */
    private static final WebhookSignature NOBODYS = new WebhookSignature("nobody has this secret");

    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);

    private final ConnectionSecrets secrets;
    private final WebhookRows rows;
    private final WebhookWork work;
    private final RefusedCalls refused;
    private final MeterRegistry meters;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Webhooks(
            ConnectionSecrets secrets,
            WebhookRows rows,
            WebhookWork work,
            RefusedCalls refused,
            MeterRegistry meters,
            TransactionTemplate transaction,
            Clock clock) {
        this.secrets = secrets;
        this.rows = rows;
        this.work = work;
        this.refused = refused;
        this.meters = meters;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What a call is answered with. */
    public sealed interface Outcome {
        /** It has done what it can. */
        record Accepted() implements Outcome {}

        /** It was here before, and nothing happens twice. */
        record Repeated() implements Outcome {}

        /** Zoom did not send it, or too long ago. */
        record Refused() implements Outcome {}

        /** Zoom has signed it, and it is no event. */
        record Unreadable() implements Outcome {}

        /** Zoom wants these words back. */
        record Answer(String json) implements Outcome {}
    }

    /**
     * Takes one call.
     *
     * @param timestamp the header {@code x-zm-request-timestamp}, epoch seconds; empty where it is missing
     * @param signature the header {@code x-zm-signature}; empty where it is missing
     * @param body the raw bytes, at most {@link #LONGEST_BODY}
     */
    public Outcome receive(ConnectionId connection, String timestamp, String signature, byte[] body) {
        var secret = secrets.open(connection, "webhookSecret");
        var right = secret == null ? NOBODYS : new WebhookSignature(secret.value());
        boolean signed = right.matches(timestamp, body, signature);
        if (secret == null || !signed || !timely(timestamp)) {
            refuse(connection);
            return new Outcome.Refused();
        }
        try {
            var hint = Hint.of(body);
            if (hint instanceof Hint.Validation(String plainToken)) {
                note(connection, "validation");
                return new Outcome.Answer(right.validationAnswer(plainToken));
            }
            return act(connection, signature, hint);
        } catch (IllegalArgumentException e) {
            count("unreadable");
            LOG.warn("webhook unreadable connection={} reason=\"{}\"", connection, e.getMessage());
            return new Outcome.Unreadable();
        }
    }

    /** Counts a call that was refused before it was read, or for what it says. */
    public void refuse(ConnectionId connection) {
        count("refused");
        refused.add(connection);
    }

    /** How the calls to a connection went. */
    public WebhookCounts counts(ConnectionId connection) {
        return rows.counts(connection).orElse(WebhookCounts.NONE);
    }

    /** Drops the memory of calls that nobody can repeat any more. */
    void forget() {
        rows.forget(clock.instant().minus(OLDEST).minus(FURTHEST_AHEAD).minus(FURTHEST_AHEAD));
    }

    private Outcome act(ConnectionId connection, String signature, Hint hint) {
        boolean first = Boolean.TRUE.equals(transaction.execute(status -> {
            if (!rows.first(connection, signature.substring("v0=".length()), clock.instant())) return false;
            rows.accepted(connection, clock.instant());
            work.queue(connection, hint);
            return true;
        }));
        count(first ? "accepted" : "repeated");
        return first ? new Outcome.Accepted() : new Outcome.Repeated();
    }

    private void note(ConnectionId connection, String result) {
        rows.accepted(connection, clock.instant());
        count(result);
    }

    private boolean timely(String timestamp) {
        try {
            var now = clock.instant();
            var sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
            return !sent.isBefore(now.minus(OLDEST)) && !sent.isAfter(now.plus(FURTHEST_AHEAD));
        } catch (NumberFormatException | DateTimeException e) {
            return false;
        }
    }

    private void count(String result) {
        meters.counter("perennial.webhooks", "result", result).increment();
    }
}
