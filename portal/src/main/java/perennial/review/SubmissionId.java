package perennial.review;

import java.util.UUID;

/** Identifies one submission of a video. */
public record SubmissionId(UUID value) {
    static SubmissionId random() {
        return new SubmissionId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
