package perennial.sync;

/**
 * The work on a recording came to an end: it is imported, or parked as failed until a person acts. Published as an application event
 * in the transaction of the change.
 */
public record RecordingEnded(RecordingId recording, ConnectionId connection, RecordingState state) {}
