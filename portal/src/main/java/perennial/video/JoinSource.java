package perennial.video;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A segment with what is known of its file.
 *
 * @param at where the segment begins in the joined video
 * @param runUp when its first coded frame of sound would be heard, from the segment's start; below 0 mostly
 */
record JoinSource(
        SegmentFile segment, Duration at, @Nullable Probe probe, Duration runUp) {
    /** One frame of AAC-LC, in samples. */
    static final int AAC_FRAME = 1024;

    @Nullable
    Path file() {
        return segment.file();
    }

    @Nullable
    VideoTrack video() {
        return probe == null ? null : probe.video();
    }

    @Nullable
    AudioTrack audio() {
        return probe == null ? null : probe.audio();
    }

    /** From what moment on FFmpeg counts the file's time when it strings files together. */
    Duration fileStart() {
        return probe == null ? Duration.ZERO : probe.start();
    }
}
