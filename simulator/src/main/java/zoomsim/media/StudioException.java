package zoomsim.media;

/** Footage could not be made; the message says which step failed and what FFmpeg said. Nothing half made is kept. */
public final class StudioException extends RuntimeException {
    StudioException(String message) {
        super(message);
    }

    StudioException(String message, Throwable cause) {
        super(message, cause);
    }
}
