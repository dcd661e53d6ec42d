package perennial.sync;

/** What becomes of imported items, as far as the portal's moderation lets it. */
public enum PublishStatus {
    DRAFT,
    PUBLISHED;

    /** The word of the API. */
    public String word() {
        return Word.of(this);
    }
}
