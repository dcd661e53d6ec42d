package perennial.people.web;

import perennial.people.PersonId;
import perennial.web.PortalException;

/** Ids out of addresses: what is no id names nothing. */
final class Ids {
    private Ids() {}

    static PersonId person(String text) {
        try {
            return PersonId.parse(text);
        } catch (IllegalArgumentException e) {
            throw PortalException.notFound();
        }
    }
}
