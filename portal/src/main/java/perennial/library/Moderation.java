package perennial.library;

/** The rule of moderation. An item keeps the rule it came in with, also when the portal's switch is turned later. */
final class Moderation {
    private Moderation() {}

    /** What the wish to be published leads to. */
    static MediaStatus published(boolean moderated) {
        return moderated ? MediaStatus.IN_REVIEW : MediaStatus.PUBLISHED;
    }
}
