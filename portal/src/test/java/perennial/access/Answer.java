package perennial.access;

/** What an asker is to get. */
enum Answer {
    /** Neither refused nor sent to sign in, whatever else is wrong with the request. */
    IN,
    /** As {@link #IN}; there may be nothing to do it to. */
    IN_IF_THERE,
    /** As {@link #IN}, and nothing changes. */
    IN_VAIN,
    /** Led to the sign-in page; 401 in the API. */
    SIGN_IN,
    /** 403. */
    FORBIDDEN,
    /** What they would get if it did not exist: 404, or the sign-in page for guests. */
    UNKNOWN,
    /** {@link #FORBIDDEN} or {@link #UNKNOWN}. */
    REFUSED,
    /** Some refusal or other that is not about who asks. */
    NOTHING;

    /** Whether whoever gets it may have changed something. */
    boolean mayChange() {
        return this == IN || this == IN_IF_THERE;
    }

    /** Whether it depends on what is answered about what does not exist. */
    boolean likeUnknown() {
        return this == UNKNOWN || this == REFUSED;
    }

    /**
     * @param ofUnknown the status of the same request about something that does not exist, where {@link #likeUnknown}
     */
    boolean fits(Reply reply, int ofUnknown) {
        return switch (this) {
            case IN, IN_VAIN -> reply.letIn() && reply.status() != 404;
            case IN_IF_THERE -> reply.letIn();
            case SIGN_IN -> reply.asksToSignIn();
            case FORBIDDEN -> reply.status() == 403;
            case UNKNOWN -> unknown(reply, ofUnknown);
            case REFUSED -> reply.status() == 403 || unknown(reply, ofUnknown);
            case NOTHING -> reply.asksToSignIn() || (reply.status() >= 400 && reply.status() < 500);
        };
    }

    private static boolean unknown(Reply reply, int ofUnknown) {
        return (reply.status() == 404 || reply.asksToSignIn()) && reply.status() == ofUnknown;
    }
}
