package perennial.video;

/**
 * How one segment of one view came into the joined video.
 *
 * @param reason in words; empty where there is nothing to tell
 */
public record Decision(Kind kind, String reason) {
    /** From the cheapest to the dearest. */
    public enum Kind {
        /** Its bytes are played where they lie. */
        VIRTUAL("virtual"),
        /** The same, with parameter sets of its own between its pictures. */
        SPLICE("spliced"),
        /** Its samples were copied into a file with plain tables. */
        REMUX("remuxed"),
        /** Pictures or sound were coded anew. */
        REENCODE("re-encoded"),
        /** Not at all: it is damaged, or encrypted. */
        REFUSE("refused");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /** Such as {@code re-encoded: other size}. */
    @Override
    public String toString() {
        return reason.isEmpty() ? kind.word : kind.word + ": " + reason;
    }
}
