package perennial.jobs;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Hands a running job its {@link Lease}. */
@Service
public class Leases {
    private final JdbcClient jdbc;

    Leases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The lease of the run that {@code context} belongs to. */
    public Lease of(ExecutionContext context) {
        return new Lease(jdbc, context.getExecution());
    }
}
