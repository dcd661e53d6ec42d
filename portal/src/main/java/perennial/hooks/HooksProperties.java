package perennial.hooks;

import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How messages go out to webhooks.
 *
 * @param pauses before the second attempt, the third …; after the last a message is given up
 * @param timeout how long a receiver may take to answer
 * @param giveUp an address that has taken nothing for so long is switched off
 * @param inside whether addresses inside the network, and plain http, are allowed
 */
@Validated
@ConfigurationProperties("perennial.webhooks")
record HooksProperties(@NotEmpty List<Duration> pauses, Duration timeout, Duration giveUp, boolean inside) {
    HooksProperties {
        pauses = List.copyOf(pauses);
    }
}
