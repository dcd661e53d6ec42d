package perennial.sync;

import org.jspecify.annotations.Nullable;

/**
 * A file on its way.
 *
 * @param bytes that are here
 * @param size in bytes, as Zoom says; null when it does not
 */
public record ArrivingFile(
        RecordingId recording,
        String topic,
        String file,
        long bytes,
        @Nullable Long size,
        long bytesPerSecond) {}
