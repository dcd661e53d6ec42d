package perennial.people.web;

import perennial.people.GroupId;
import perennial.people.ListPlace;
import perennial.people.PersonId;
import perennial.web.PortalException;

/** Ids out of addresses: what is no id names nothing. */
final class Ids {
    private Ids() {}

    static GroupId group(String text) {
        try {
            return GroupId.parse(text);
        } catch (IllegalArgumentException e) {
            throw PortalException.notFound();
        }
    }

    /** A cursor of a list by name. */
    static ListPlace place(String cursor) {
        try {
            return ListPlace.parse(cursor);
        } catch (IllegalArgumentException e) {
            throw PortalException.badRequest("bad-cursor", "This cursor is not ours", "Begin again without one.");
        }
    }

    static PersonId person(String text) {
        try {
            return PersonId.parse(text);
        } catch (IllegalArgumentException e) {
            throw PortalException.notFound();
        }
    }
}
