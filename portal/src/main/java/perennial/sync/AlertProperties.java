package perennial.sync;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * When Managers are told by mail. Read once at start.
 *
 * @param every between two looks for something to tell
 * @param settle a cause that was not found for so long is over; what comes and goes meanwhile is told once
 * @param pause mails of one topic, say recordings of one connection that failed, come no more often than this
 * @param silence nothing could be fetched for so long
 * @param autoDelete so long before Zoom deletes a recording by itself
 */
@Validated
@ConfigurationProperties("perennial.alerts")
record AlertProperties(
        @NotNull Duration every,
        @NotNull Duration settle,
        @NotNull Duration pause,
        @NotNull Duration silence,
        @NotNull Duration autoDelete) {}
