package perennial.video;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a media file holds, as measured.
 *
 * @param length of the longer track
 * @param start when the first track starts; 0 but for odd files
 * @param video the first video track
 * @param audio the first audio track
 */
public record Probe(
        Duration length,
        Duration start,
        @Nullable VideoTrack video,
        @Nullable AudioTrack audio) {
    public Probe {
        if (video == null && audio == null) throw new IllegalArgumentException("neither pictures nor sound");
    }
}
