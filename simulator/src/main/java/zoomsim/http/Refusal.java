package zoomsim.http;

/** Ends the handling of a request with a reply that says no. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Reply reply;

    public Refusal(Reply reply) {
        super("refused with %d".formatted(reply.status()), null, false, false);
        this.reply = reply;
    }

    public Refusal(ApiError error) {
        this(error.reply());
    }

    public Reply reply() {
        return reply;
    }
}
