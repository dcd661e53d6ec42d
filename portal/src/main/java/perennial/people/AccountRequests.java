package perennial.people;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.jobs.JobQueue;

/**
 * What people ask for before they are signed in: a new password, an account. Asking only writes a row and queues a job,
 * whoever asks and whatever the address is; the job looks the address up. So nobody learns from the answer, or from how
 * long it took, who has an account.
 */
@Component
class AccountRequests {
    private static final TaskDescriptor<Void> SERVE = TaskDescriptor.of("people.request");

    private final JdbcClient jdbc;
    private final JobQueue jobs;
    private final Clock clock;

    AccountRequests(JdbcClient jdbc, JobQueue jobs, Clock clock) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.clock = clock;
    }

    enum Kind {
        RESET,
        SIGN_UP
    }

    /**
     * One request.
     *
     * @param name as typed; empty for a reset
     * @param link the sign-up link it came by; absent for a reset
     */
    record Asked(
            Kind kind, String email, String name, @Nullable UUID link) {}

    /** Notes a request and queues its job. */
    @Transactional
    public void ask(Asked request) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into account_request (id, kind, email, name, sign_up_link, created_at)
                        values (:id, :kind, :email, :name, :link, :now)""")
                .param("id", id)
                .param("kind", request.kind().name())
                .param("email", request.email())
                .param("name", request.name())
                .param("link", request.link())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        jobs.enqueue(SERVE, id);
    }

    /** Takes a request; empty when it is served already. Two at once: the second waits and gets nothing. */
    Optional<Asked> take(UUID id) {
        return jdbc.sql("delete from account_request where id = :id returning kind, email, name, sign_up_link")
                .param("id", id)
                .query(AccountRequests::read)
                .optional();
    }

    private static Asked read(ResultSet row, int number) throws SQLException {
        return new Asked(
                Kind.valueOf(row.getString("kind")),
                row.getString("email"),
                row.getString("name"),
                row.getObject("sign_up_link", UUID.class));
    }

    /** The job {@code people.request}. Request and answer are one transaction, so it may be killed at any line. */
    @Configuration(proxyBeanMethods = false)
    static class Job {
        @Bean
        Task<Void> serveAccountRequest(
                AccountRequests requests, PasswordResets resets, SignUps signUps, TransactionTemplate transaction) {
            return Tasks.oneTime(SERVE)
                    .execute((instance, context) ->
                            transaction.executeWithoutResult(status -> requests.take(UUID.fromString(instance.getId()))
                                    .ifPresent(asked -> {
                                        switch (asked.kind()) {
                                            case RESET -> resets.serve(asked.email());
                                            case SIGN_UP -> signUps.serve(asked);
                                        }
                                    })));
        }
    }
}
