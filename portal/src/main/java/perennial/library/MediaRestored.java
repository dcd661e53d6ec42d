package perennial.library;

/**
 * An item was taken out of the bin: published as an application event in the transaction of the change.
 *
 * @param to what it was before it was deleted, and is again
 */
public record MediaRestored(MediaId id, MediaStatus to) {}
