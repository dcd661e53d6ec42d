package perennial.library;

import java.util.UUID;

/**
 * Whom an item with access {@link Access#CHOSEN} is for: one person or one group.
 *
 * @param id of the person or the group
 * @param name an e-mail address or the group's name, as people write it in a form
 */
public record Grant(Kind kind, UUID id, String name) {
    public enum Kind {
        PERSON,
        GROUP
    }
}
