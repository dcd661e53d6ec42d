package perennial.sync;

/**
 * A change lets more be deleted at Zoom, and how much is still being counted (D1). Nothing was saved; once the count is done, the same
 * change is refused or saved at once.
 */
public final class StillCounting extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Inquiry inquiry;

    StillCounting(Inquiry inquiry) {
        super("still counting what would be deletable: " + inquiry.id());
        this.inquiry = inquiry;
    }

    public Inquiry inquiry() {
        return inquiry;
    }
}
