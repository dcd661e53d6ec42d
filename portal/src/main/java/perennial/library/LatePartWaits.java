package perennial.library;

/**
 * Something came late to an approved item and waits for a Moderator, where nothing waited before: published as an application
 * event in the transaction of the change.
 *
 * @param version the one that waits
 */
public record LatePartWaits(MediaId id, int version) {}
