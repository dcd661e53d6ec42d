package perennial.library;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import perennial.people.PersonId;

/**
 * A later version of an approved item that waits in review.
 *
 * @param version its number, under which those who may edit the item can play it; no other version ever has it
 * @param since when it came
 * @param shownLength of the version that is shown meanwhile
 * @param added the files it brings that the version shown lacks, segment by segment
 * @param views that can be played of it, the one to start with first
 */
public record LatePart(
        MediaId media,
        String title,
        PersonId author,
        String authorName,
        int version,
        Instant since,
        Duration length,
        Duration shownLength,
        List<Added> added,
        List<String> views) {
    /**
     * A file that is new.
     *
     * @param view what it shows, by Zoom's name for it
     * @param segment from 1
     */
    public record Added(String view, int segment) {}

    public LatePart {
        added = List.copyOf(added);
        views = List.copyOf(views);
    }
}
