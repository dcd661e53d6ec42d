package perennial.sync;

import java.time.Instant;

/**
 * One step in the life of a recording.
 *
 * @param kind a word for scripts, such as {@code file-stored}
 * @param evidence figures and hashes that prove it; often empty
 */
public record RecordingEvent(Instant at, String kind, String sentence, String evidence) {}
