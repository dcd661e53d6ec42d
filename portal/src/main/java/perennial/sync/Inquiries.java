package perennial.sync;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.jobs.WantedJobs;
import perennial.people.Person;
import perennial.web.PortalException;

/**
 * Questions that only all of Zoom's lists can answer. A job answers them; whoever asks waits for a quick answer, and comes
 * again for a slow one ({@code perennial.sync.answer-within}).
 */
@Service
public class Inquiries {
    private static final Duration LOOK = Duration.ofMillis(30);

    /** So long a question can be opened again, and a count that took long is believed. */
    private static final Duration KEPT = Duration.ofHours(1);

    private static final Duration BELIEVED = Duration.ofMinutes(10);

    private final ConnectionRows connections;
    private final InquiryRows rows;
    private final InquiryFields fields;
    private final Wishes wishes;
    private final WantedJobs jobs;
    private final SyncProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Inquiries(
            ConnectionRows connections,
            InquiryRows rows,
            InquiryFields fields,
            Wishes wishes,
            WantedJobs jobs,
            SyncProperties properties,
            TransactionTemplate transaction,
            Clock clock) {
        this.connections = connections;
        this.rows = rows;
        this.fields = fields;
        this.wishes = wishes;
        this.jobs = jobs;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What these fields would do if they were saved (S11); nothing is.
     *
     * @param id null for a new connection
     * @throws InvalidSettings naming every field that is wrong
     * @throws PortalException 404
     */
    public Inquiry preview(@Nullable ConnectionId id, Map<String, ?> sent, Person by) {
        var before = id == null ? null : require(id);
        var wish = wishes.read(before, sent);
        return answered(ask(Inquiry.Kind.PREVIEW, before, sent, fields.question(before, wish), by.email()));
    }

    /**
     * What Zoom lists against what is here (S12). Its result becomes {@link Reconciliations#latest the latest one}.
     *
     * @throws PortalException 404
     */
    public Inquiry compare(ConnectionId id, Person by) {
        var connection = require(id);
        return answered(ask(Inquiry.Kind.COMPARISON, connection, Map.of(), comparison(id), by.email()));
    }

    /** How many recordings a change lets be deleted; one that was counted long and not long ago is not counted again. */
    Inquiry count(@Nullable Connection before, Map<String, ?> sent, SettingsReader.Wish wish, String by) {
        var question = fields.question(before, wish);
        var believed = rows.latest(Inquiry.Kind.CONFIRMATION.word() + question).filter(this::believed);
        return believed.orElseGet(() -> answered(ask(Inquiry.Kind.CONFIRMATION, before, sent, question, by)));
    }

    private boolean believed(Inquiry earlier) {
        var ended = earlier.endedAt();
        return ended != null
                && earlier.preview() != null
                && earlier.took().compareTo(properties.answerWithin()) > 0
                && ended.isAfter(clock.instant().minus(BELIEVED));
    }

    /**
     * The one with this id.
     *
     * @throws PortalException 404
     */
    public Inquiry require(InquiryId id) {
        return rows.find(id).orElseThrow(PortalException::notFound);
    }

    /** The latest comparison that somebody asked for within the last hour. */
    public Optional<Inquiry> latestComparison(ConnectionId connection) {
        return rows.latest(Inquiry.Kind.COMPARISON.word() + comparison(connection));
    }

    /** The fields that were sent; of a secret its name alone, with no text. */
    public Map<String, String> sent(Inquiry inquiry) {
        return fields.withoutSecrets(inquiry.id());
    }

    private Connection require(ConnectionId id) {
        return connections.find(id).orElseThrow(PortalException::notFound);
    }

    private static String comparison(ConnectionId id) {
        return " of " + id;
    }

    /** The same question that is not answered yet is not asked twice, unless its answer does not come. */
    private Inquiry ask(
            Inquiry.Kind kind, @Nullable Connection about, Map<String, ?> sent, String question, String by) {
        forget();
        var same = kind.word() + question;
        var open = rows.latest(same).filter(earlier -> !earlier.ended());
        if (open.isPresent()) return open.get();
        var id = InquiryId.random();
        transaction.executeWithoutResult(status -> {
            rows.add(id, kind, about == null ? null : about.id(), fields.sealed(id, sent), same, by);
            jobs.ask(InquiryJob.INQUIRY, InquiryRows.TABLE, id.value());
        });
        return require(id);
    }

    /** Drops those that nobody may open any more, and with them what was sent, secrets too. */
    void forget() {
        rows.forget(clock.instant().minus(KEPT));
    }

    private Inquiry answered(Inquiry asked) {
        long end = System.nanoTime() + properties.answerWithin().toNanos();
        var now = asked;
        try {
            while (!now.ended() && System.nanoTime() - end < 0) {
                Thread.sleep(LOOK);
                now = require(asked.id());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return now;
    }
}
