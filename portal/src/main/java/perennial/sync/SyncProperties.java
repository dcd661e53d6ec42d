package perennial.sync;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How syncs go about their work. Read once at start.
 *
 * @param every between two scheduled syncs of a connection
 * @param listAllEvery after so long a sync reads all of Zoom's lists again, not only those of the last week
 * @param firstRetry pause after the first failure; it doubles from then on
 * @param longestRetry the pauses grow no further than this
 * @param attempts after so many failures a recording is parked as failed
 * @param scanAttempts after so many failures to read Zoom a sync ends in Error; the next scheduled one begins anew
 * @param firstLook when a recording that Zoom is still making is looked at again; the pauses grow with its age
 * @param longestLook the longest of those pauses
 * @param paused how long work waits while the disk is full or the store is away
 * @param verifyAfter when stored bytes are read back from the store and hashed again
 * @param answerWithin how long a request waits for an answer that needs all of Zoom's lists; then it tells where to come again
 * @param keepFree room on the disk that imports leave for everything else
 * @param scratch folder for videos while they are joined; emptied as soon as they are stored
 */
@Validated
@ConfigurationProperties("perennial.sync")
record SyncProperties(
        @NotNull Duration every,
        @NotNull Duration listAllEvery,
        @NotNull Duration firstRetry,
        @NotNull Duration longestRetry,
        @Min(1) @Max(1000) int attempts,
        @Min(1) @Max(100) int scanAttempts,
        @NotNull Duration firstLook,
        @NotNull Duration longestLook,
        @NotNull Duration paused,
        @NotNull Duration verifyAfter,
        @NotNull Duration answerWithin,
        @NotNull DataSize keepFree,
        @NotNull Path scratch) {

    /** The pause after the given number of failures in a row, at least one. */
    Duration pauseAfter(int failures) {
        var doubled = firstRetry.multipliedBy(1L << Math.clamp(failures - 1L, 0, 20));
        return doubled.compareTo(longestRetry) < 0 ? doubled : longestRetry;
    }

    /** The pause before looking again at a recording first seen {@code age} ago. */
    Duration lookAfter(Duration age) {
        var quarter = age.dividedBy(4);
        if (quarter.compareTo(firstLook) < 0) return firstLook;
        return quarter.compareTo(longestLook) < 0 ? quarter : longestLook;
    }
}
