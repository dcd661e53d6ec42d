package perennial.library;

/** An item is gone for good: published as an application event in the transaction that removes it. */
public record MediaPurged(MediaId id, String source, String by) {}
