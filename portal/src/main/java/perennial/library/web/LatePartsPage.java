package perennial.library.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came late to approved videos and waits for a Moderator. */
public record LatePartsPage(List<Part> parts) {
    /**
     * A later version of one video.
     *
     * @param version sent back with the decision, which is about no other
     * @param brings what is new in it, in words
     * @param length of the video now and then, in words
     * @param previews where its views can be watched
     * @param reason as it was typed, where it was refused
     * @param wrong why that reason was not taken; null on a fresh page
     */
    public record Part(
            String id,
            int version,
            String title,
            String author,
            Instant since,
            String brings,
            String length,
            List<Preview> previews,
            String reason,
            @Nullable String wrong) {}

    /** An address where the version that waits can be watched. */
    public record Preview(String label, String href) {}
}
