package perennial.jobs;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How this node takes part in the work.
 *
 * @param run whether this node runs jobs at all; a node that only serves pages says no
 * @param threads how many jobs run at once on this node
 * @param poll how often an idle node asks for due work; its own new work it finds at once
 * @param heartbeat how often a running job says it is alive; one that misses six is taken over
 * @param stop how long running jobs may go on when the portal stops, before they are interrupted
 */
@Validated
@ConfigurationProperties("perennial.jobs")
record JobsProperties(
        boolean run,
        @Min(1) @Max(1000) int threads,
        @NotNull Duration poll,
        @NotNull Duration heartbeat,
        @NotNull Duration stop) {}
