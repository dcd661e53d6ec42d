package perennial.library;

/** What whoever adds an item wants done with it. The rule of moderation decides what becomes of the wish. */
public enum Wish {
    DRAFT,
    PUBLISHED
}
