package perennial.library;

/**
 * An item was put into the bin: published as an application event in the transaction of the change.
 *
 * @param from what it was before
 */
public record MediaBinned(MediaId id, MediaStatus from) {}
