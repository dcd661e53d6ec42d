package perennial.sync.web;

import org.jspecify.annotations.Nullable;
import perennial.sync.Inquiry;

/**
 * How far an answer of Zoom is.
 *
 * @param href where the next look at it is had; null when there is no need of one
 */
public record ProgressView(@Nullable String href, String title, String text) {
    static ProgressView of(Inquiry inquiry) {
        var href = "/zoom/inquiries/%s/progress".formatted(inquiry.id());
        return switch (inquiry.state()) {
            case WAITING -> new ProgressView(href, "Waiting for its turn", "The portal is busy with other work first.");
            case RUNNING, DONE ->
                new ProgressView(
                        href,
                        "Reading Zoom's lists",
                        "%s so far. You may leave this page and come back."
                                .formatted(Labels.recordings(inquiry.seen())));
            case FAILED -> new ProgressView(null, "Zoom gave no usable answer", inquiry.failure());
        };
    }
}
