package perennial.library;

import perennial.storage.BlobId;

/**
 * A file of what an assistant wrote of a meeting.
 *
 * @param nextSteps whether it lists what is to be done rather than what was said
 * @param size in bytes
 */
public record SummaryFile(boolean nextSteps, BlobId blob, long size) {}
