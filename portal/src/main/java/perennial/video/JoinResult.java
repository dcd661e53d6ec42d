package perennial.video;

import java.time.Duration;
import java.util.List;

/**
 * What a join made.
 *
 * @param asItIs there was one segment only: nothing was written, the segment's own file is the joined video
 * @param length of the joined video as measured
 * @param remarks one a segment, in words: {@code copied}, {@code re-encoded: other size}
 */
public record JoinResult(boolean asItIs, Duration length, List<String> remarks) {
    public JoinResult {
        remarks = List.copyOf(remarks);
    }
}
