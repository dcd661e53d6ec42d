package perennial.library;

import perennial.people.Person;
import perennial.people.Role;
import perennial.settings.Settings;

/** The rule of moderation. An item keeps the rule it came in with, also when the portal's switch is turned later. */
final class Moderation {
    private Moderation() {}

    /**
     * Whether a new item of {@code author} waits in review before others see it: what an import brings always, where the portal
     * moderates; what Moderators and up bring themselves only where the settings say so.
     */
    static boolean rules(Settings settings, Person author, boolean imported) {
        if (!settings.contentModeration()) return false;
        return imported || !trusts(author) || settings.moderateModerators();
    }

    /** Whether what {@code person} does to a published item needs no second look. */
    static boolean trusts(Person person) {
        return person.role().atLeast(Role.MODERATOR);
    }

    /** What the wish to be published leads to. */
    static MediaStatus published(boolean moderated) {
        return moderated ? MediaStatus.IN_REVIEW : MediaStatus.PUBLISHED;
    }
}
