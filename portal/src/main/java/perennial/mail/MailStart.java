package perennial.mail;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import perennial.jobs.JobQueue;

/** Sends on what waited while no mail server was configured. */
@Component
class MailStart {
    private final Mails mails;
    private final JobQueue jobs;
    private final Outbox outbox;

    MailStart(Mails mails, JobQueue jobs, Outbox outbox) {
        this.mails = mails;
        this.jobs = jobs;
        this.outbox = outbox;
    }

    /** A mail that waits for its next attempt has its job already; asking again only keeps that one. */
    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void resume() {
        if (outbox.configured()) mails.withoutPlan().forEach(id -> jobs.enqueue(MailJob.SEND, id));
    }
}
