package perennial.watch;

import perennial.web.PortalException;

/** A comment that cannot be taken as it was written. Whoever wrote it can change it. */
public final class CommentRefused extends PortalException {
    private static final long serialVersionUID = 1L;

    private final String field;

    CommentRefused(String field, String sentence, String nextStep) {
        super(400, "invalid-" + field, sentence, nextStep);
        this.field = field;
    }

    /** What was given as its moment is none. */
    public static CommentRefused noMoment() {
        return new CommentRefused("at", "This is no moment of the video", "Write it as 19:20, or leave it empty.");
    }

    /** The field that is wrong: {@code text} or {@code at}. */
    public String field() {
        return field;
    }
}
