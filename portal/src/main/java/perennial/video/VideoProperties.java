package perennial.video;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How far FFmpeg may go. Read once at start.
 *
 * @param longestRun wall-clock limit of one run; a join of many hours that must be encoded anew needs the most
 * @param memory address space one run may take, where the system can hold it to that
 * @param parallel runs at once on this node, look-ups apart; 0: half the processors
 * @param splice whether segments with other encoder settings or another size are joined as they are, their parameter sets
 *     between their pictures ({@code avc3}), instead of being coded anew; some players do not know that form
 */
@Validated
@ConfigurationProperties("perennial.video")
public record VideoProperties(
        @NotNull @DefaultValue("6h") Duration longestRun,
        @NotNull @DefaultValue("4GB") DataSize memory,
        @Min(0) @DefaultValue("0") int parallel,
        @DefaultValue("false") boolean splice) {
    int runs() {
        return parallel > 0 ? parallel : Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }
}
