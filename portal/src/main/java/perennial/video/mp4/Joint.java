package perennial.video.mp4;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Joins all views of a recording on one clock, so that a viewer can change the view without losing the place. */
public final class Joint {
    private final List<ViewClock> clocks = new ArrayList<>();
    private final List<View> views;
    private final long[] starts;

    /**
     * One view.
     *
     * @param takes one a segment
     * @param pictures how its joined pictures are described; null: none
     * @param sound how its joined sound is described; null: none
     * @param splice whether each segment's own parameter sets go before its whole pictures
     */
    public record View(
            List<Take> takes,
            @Nullable Coding pictures,
            @Nullable Coding sound,
            boolean splice) {}

    /** @param views each with a take for each segment; at least one of each */
    public Joint(List<View> views) {
        this.views = List.copyOf(views);
        for (var view : views) {
            clocks.add(new ViewClock(
                    view.takes(), view.sound() == null ? null : view.sound().audio()));
        }
        int segments = views.getFirst().takes().size();
        this.starts = new long[segments];
        for (int i = 0; i < segments; i++) starts[i] = place(i);
        long end = clocks.stream().mapToLong(clock -> clock.end).max().orElse(0);
        clocks.forEach(clock -> clock.close(end));
    }

    /** The first view with sound in the segment leads: it begins where all can, on a frame of its own; the others as near as theirs allow. */
    private long place(int segment) {
        long earliest = 0;
        for (var clock : clocks) earliest = Math.max(earliest, clock.earliest(segment));
        var leader = clocks.stream()
                .filter(clock -> clock.hasSound(segment))
                .findFirst()
                .orElse(clocks.getFirst());
        long start = leader.place(segment, earliest, true);
        for (var clock : clocks) if (clock != leader) clock.place(segment, start, false);
        return start;
    }

    /** When a segment begins in the joined video, in nanoseconds: what all texts and chapters go by. */
    public long start(int segment) {
        return starts[segment];
    }

    /** When a segment begins in one view; beside {@link #start} by at most half a frame of sound. */
    public long start(int view, int segment) {
        return clocks.get(view).starts[segment];
    }

    /** When everything has been seen and heard, in nanoseconds. */
    public long end() {
        return clocks.stream().mapToLong(clock -> clock.end).max().orElse(0);
    }

    /**
     * The joined file of one view.
     *
     * @param sources what the takes' numbers mean
     * @param unnamed those whose bytes are to be copied, because nobody keeps them
     * @throws DamagedMp4 if the segments together are beyond what one file can hold
     */
    public JoinedFile file(int view, List<ByteSource> sources, Set<Integer> unnamed) throws DamagedMp4 {
        var what = views.get(view);
        return new ViewJoin(
                        clocks.get(view),
                        sources,
                        unnamed,
                        what.pictures() == null ? null : what.pictures().video(),
                        what.sound() == null ? null : what.sound().audio(),
                        what.splice())
                .join();
    }
}
