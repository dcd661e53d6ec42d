package perennial.library;

/** What a title and a description may be. Zoom's own are taken as they come; these are for what people type. */
final class Descriptions {
    static final int LONGEST_TITLE = 500;
    static final int LONGEST_DESCRIPTION = 20_000;

    private Descriptions() {}

    /**
     * @throws NotPossible with a sentence for the field that is wrong
     */
    static void check(String title, String description) {
        if (title.isBlank()) throw NotPossible.field("title", "Give the video a title");
        if (title.strip().length() > LONGEST_TITLE) {
            throw NotPossible.field("title", "Keep the title to %d characters".formatted(LONGEST_TITLE));
        }
        if (description.length() > LONGEST_DESCRIPTION) {
            throw NotPossible.field(
                    "description", "Keep the description to %,d characters".formatted(LONGEST_DESCRIPTION));
        }
    }
}
