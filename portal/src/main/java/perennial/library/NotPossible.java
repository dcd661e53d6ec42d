package perennial.library;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import perennial.web.PortalException;

/** A change that cannot be made as it was asked for. A person can: another value, or later. */
public final class NotPossible extends PortalException {
    private final @Nullable String field;

    private NotPossible(int status, String code, String sentence, String nextStep, @Nullable String field) {
        super(status, code, sentence, nextStep);
        this.field = field;
    }

    static NotPossible field(String field, String sentence) {
        return new NotPossible(400, "invalid-" + field, sentence, "Change it and save again.", field);
    }

    /** More than {@link MediaEditing#MOST_GRANTS}. */
    public static NotPossible tooManyGrants() {
        return field("grants", "Choose at most %d people and groups; make a group".formatted(MediaEditing.MOST_GRANTS));
    }

    static NotPossible stillProcessing() {
        return new NotPossible(
                409, "media-processing", "This video is still being prepared", "Try again when it plays.", null);
    }

    static NotPossible deleted() {
        return new NotPossible(409, "media-deleted", "This video is in the bin", "Restore it first.", null);
    }

    static NotPossible notInTheBin() {
        return new NotPossible(
                409, "media-not-deleted", "This video is not in the bin", "Move it to the bin first.", null);
    }

    static NotPossible notInReview(MediaStatus status) {
        return new NotPossible(
                409,
                "media-not-in-review",
                "This video does not wait for review any more",
                "It is %s now. Look at the queue again."
                        .formatted(StatusBadge.of(status).word().toLowerCase(Locale.ROOT)),
                null);
    }

    static NotPossible ownMedia() {
        return new NotPossible(
                409, "own-media", "This is your own video", "Ask another Moderator to approve it.", null);
    }

    /** The field of the form that is wrong, if it is one. */
    public @Nullable String field() {
        return field;
    }
}
