package perennial.web;

/**
 * A request that cannot be served, told to a person: browsers get an error page, the API a problem (RFC 9457).
 *
 * <p>Throw it with the status that fits; the sentence says what happened, the next step what helps.
 */
public class PortalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String nextStep;

    /**
     * @param status HTTP status, 400 to 599
     * @param code stable name for scripts, e.g. {@code last-administrator}
     */
    public PortalException(int status, String code, String sentence, String nextStep) {
        super(sentence);
        this.status = status;
        this.code = code;
        this.nextStep = nextStep;
    }

    /** What does not exist, or what this viewer may not know exists: the two look the same. */
    public static PortalException notFound() {
        return new PortalException(
                404,
                "not-found",
                "There is nothing at this address",
                "It may have been deleted, or it is not shared with you."
                        + " Ask the person who sent you the link, or look in the library.");
    }

    public static PortalException badRequest(String code, String sentence, String nextStep) {
        return new PortalException(400, code, sentence, nextStep);
    }

    public static PortalException conflict(String code, String sentence, String nextStep) {
        return new PortalException(409, code, sentence, nextStep);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** What happened, in a sentence without a full stop at its end. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    public String nextStep() {
        return nextStep;
    }
}
