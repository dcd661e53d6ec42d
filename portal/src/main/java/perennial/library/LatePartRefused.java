package perennial.library;

import perennial.people.Person;

/**
 * What came late to an approved item is kept out of it: published as an application event in the transaction of the change.
 *
 * @param reason for the author
 */
public record LatePartRefused(MediaId id, int version, Person by, String reason) {}
