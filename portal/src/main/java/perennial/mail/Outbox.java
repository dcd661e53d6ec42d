package perennial.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import perennial.jobs.JobQueue;

/** The one way out for mails. A mail is a row first; a job sends it when a mail server is configured. */
@Service
public class Outbox {
    private final Mails mails;
    private final JobQueue jobs;
    private final MailProperties properties;
    private final Clock clock;

    Outbox(Mails mails, JobQueue jobs, MailProperties properties, Clock clock) {
        this.mails = mails;
        this.jobs = jobs;
        this.properties = properties;
        this.clock = clock;
    }

    /** Queues a mail in the caller's transaction. A mail with a key that was queued before is dropped. */
    public void queue(Mail mail) {
        var id = new MailId(UUID.randomUUID());
        if (mails.add(id, mail, clock.instant()) && configured()) jobs.enqueue(MailJob.SEND, id);
    }

    /** How many mails are not sent and not given up. */
    public long waiting() {
        return mails.count(MailState.WAITING);
    }

    public long failed() {
        return mails.count(MailState.FAILED);
    }

    /** Whether a mail server is configured; without one all mails wait. */
    public boolean configured() {
        return properties.configured();
    }

    /** One page, newest first; of one state or (empty) of all. */
    public List<StoredMail> newest(String state, Instant before, int limit) {
        return mails.newest(state, before, limit);
    }

    /** Tries a mail that was given up once more, from the first attempt on. */
    @Transactional
    public void again(MailId id) {
        if (mails.again(id, clock.instant()) && configured()) jobs.enqueue(MailJob.SEND, id);
    }
}
