package perennial.zoom;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list of recordings.
 *
 * @param from the first day that Zoom looked at, which may be later than asked
 * @param to the last day that Zoom looked at
 * @param next token of the next page, good for 15 minutes with the same question; null on the last page
 * @param unreadable one sentence for each entry that could not be read (no UUID, no time)
 */
public record RecordingPage(
        LocalDate from, LocalDate to, @Nullable String next, List<Recording> meetings, List<String> unreadable) {

    public RecordingPage {
        meetings = List.copyOf(meetings);
        unreadable = List.copyOf(unreadable);
    }
}
