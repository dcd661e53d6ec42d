package perennial.video.mp4;

import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one view takes of one segment.
 *
 * @param video null: no pictures; the last one before stays
 * @param audio null: silence
 */
public record Take(@Nullable From video, @Nullable From audio) {
    /**
     * A track and where its bytes are.
     *
     * @param source the number of the source it lies in
     */
    public record From(Track track, int source) {}

    /** The numbers of the sources that anything is taken from, each once. */
    int[] sources() {
        return tracks().mapToInt(From::source).distinct().toArray();
    }

    /** What is taken from one source. */
    From[] of(int source) {
        return tracks().filter(from -> from.source() == source).toArray(From[]::new);
    }

    private Stream<From> tracks() {
        return Arrays.stream(new @Nullable From[] {video, audio}).flatMap(Stream::ofNullable);
    }
}
