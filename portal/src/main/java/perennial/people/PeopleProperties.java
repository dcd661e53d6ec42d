package perennial.people;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of the sign-in. Tries are counted before a password is looked at, so they also bound the work.
 *
 * @param parallelHashes passwords checked at the same time on this node; each takes 19 MiB
 * @param triesPerAddress tries for one account from one network, within {@code tryWindow}
 * @param triesPerAccount tries for one account from everywhere
 * @param triesPerNetwork tries from one network for all accounts
 * @param recentPassword how long a password counts as recent for steps that need one, see {@link NeedsPassword}
 */
@Validated
@ConfigurationProperties("perennial.people")
record PeopleProperties(
        @Min(1) @Max(64) int parallelHashes,
        @Min(1) int triesPerAddress,
        @Min(1) int triesPerAccount,
        @Min(1) int triesPerNetwork,
        Duration tryWindow,
        Duration recentPassword) {}
