package perennial.library;

/**
 * What an item consists of, or how it is called, is about to change: published as an application event in the transaction
 * of the change, also for an item that is new. Who may see it is no such change.
 */
public record MediaChanged(MediaId id) {}
