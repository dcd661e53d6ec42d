package perennial.video.mp4;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lays the segments of one view behind each other. Sound is the master: it goes on frame by frame without a gap, silence
 * filling what is missing, and a segment begins where its sound does; its pictures follow exactly, and the last picture
 * before them stays as long as it takes.
 *
 * <p>A decode time of a segment's track becomes one of the joined track by {@code D = T - origin + shift}, where T is when
 * the segment begins, {@code origin} is the track's own and {@code shift} that of the first segment.
 */
final class ViewClock {
    static final long SECOND = 1_000_000_000L;
    private static final long MOST_VIDEO_SCALE = 100_000;
    private static final long USUAL_VIDEO_SCALE = 90_000;

    final List<Take> takes;
    /** Ticks a second of the joined pictures. */
    final long videoScale;
    /** Samples a second of the joined sound; 0: there is none. */
    final int rate;

    final int frame;
    /** When each segment begins, in nanoseconds. */
    final long[] starts;
    /** Decode time of each segment's first picture. */
    final long[] videoAt;
    /** Frames of silence in front of each segment's sound; one more at the end. */
    final long[] silence;

    private final SoundGrid[] grids;
    private boolean begun;
    long audioShift;
    private long videoShift;
    /** Ends of what was laid, in frames and in ticks. */
    long frames;

    long videoEnd;
    /** When all of it has been seen and heard, in nanoseconds. */
    long end;

    ViewClock(List<Take> takes, @Nullable AudioEntry sound) {
        this.takes = takes;
        this.rate = sound == null ? 0 : sound.decoder().rate();
        this.frame = sound == null ? 0 : sound.decoder().frame();
        this.videoScale = videoScale(takes);
        this.starts = new long[takes.size()];
        this.videoAt = new long[takes.size()];
        this.silence = new long[takes.size() + 1];
        this.grids = new SoundGrid[takes.size()];
        for (int i = 0; i < grids.length; i++) {
            var audio = takes.get(i).audio();
            if (audio != null)
                grids[i] = Objects.requireNonNull(SoundGrid.of(audio.track().samples(), frame));
        }
    }

    boolean hasSound(int segment) {
        return takes.get(segment).audio() != null;
    }

    SoundGrid grid(int segment) {
        return grids[segment];
    }

    /** Where the edit of the pictures begins; below 0: that much later than the film. */
    long videoShift() {
        return videoShift;
    }

    /** The earliest moment at which {@code segment} can begin, in nanoseconds. */
    long earliest(int segment) {
        if (segment == 0) return 0;
        long earliest = end;
        var audio = takes.get(segment).audio();
        if (audio != null) {
            earliest = Math.max(earliest, nanos(frames * frame + soundOrigin(segment) - audioShift, rate));
        }
        var video = takes.get(segment).video();
        if (video != null) {
            earliest = Math.max(earliest, nanos(videoEnd + origin(video.track()) - videoShift, videoScale));
        }
        return earliest;
    }

    /**
     * Begins {@code segment} at {@code wanted} or, so that its sound falls on a frame, at most half a frame beside it.
     *
     * @param notBefore whether it must not begin before {@code wanted}: then up to a whole frame behind it
     * @return when it does begin
     */
    long place(int segment, long wanted, boolean notBefore) {
        var audio = takes.get(segment).audio();
        long start = wanted;
        if (audio != null) start = placeSound(segment, wanted, notBefore);
        starts[segment] = start;
        long shown = start;
        if (audio != null) {
            frames += grids[segment].frames();
            shown = Math.max(shown, nanos(frames * frame - audioShift, rate));
        }
        var video = takes.get(segment).video();
        if (video != null) shown = Math.max(shown, placePictures(segment, video.track(), start));
        end = Math.max(end, shown);
        return start;
    }

    private long placeSound(int segment, long wanted, boolean notBefore) {
        long origin = soundOrigin(segment);
        if (segment == 0) {
            // A first sound that begins late: silence from 0 on, of which the edit leaves out what is too much.
            long count = origin >= 0 ? 0 : Math.ceilDiv(-origin, (long) frame);
            silence[0] = count;
            audioShift = count * frame + origin;
            frames = count;
            begun = true;
            return 0;
        }
        if (!begun) audioShift = 0;
        begun = true;
        long gap = ticks(wanted, rate) - origin + audioShift - frames * frame;
        long count =
                Math.max(0, notBefore ? Math.ceilDiv(gap, (long) frame) : Math.floorDiv(2 * gap + frame, 2L * frame));
        long start = nanos((frames + count) * frame + origin - audioShift, rate);
        if (start < earliest(segment)) {
            count++;
            start = nanos((frames + count) * frame + origin - audioShift, rate);
        }
        silence[segment] = count;
        frames += count;
        return start;
    }

    /** Gives until when they are shown. */
    private long placePictures(int segment, Track video, long start) {
        long origin = origin(video);
        if (segment == 0) videoShift = origin;
        long at = Math.max(videoEnd, ticks(start, videoScale) - origin + videoShift);
        if (segment == 0) at = 0;
        videoAt[segment] = at;
        videoEnd = at + Scale.of(video.timescale(), videoScale, video.samples().end());
        long shown = at + Scale.of(video.timescale(), videoScale, video.shownUntil());
        return nanos(shown - videoShift, videoScale);
    }

    /** Fills up to {@code until} where the last segments lack sound or pictures. */
    void close(long until) {
        int last = takes.size() - 1;
        if (rate > 0 && !hasSound(last)) {
            long count = Math.max(0, Math.floorDiv(ticks(until, rate) + audioShift - frames * frame, (long) frame));
            silence[last + 1] = count;
            frames += count;
        }
        if (takes.get(last).video() == null && takes.stream().anyMatch(take -> take.video() != null)) {
            videoEnd = Math.max(videoEnd, ticks(until, videoScale) + videoShift);
        }
        end = Math.max(end, until);
    }

    /** In frames. */
    int longestSilence() {
        long most = 0;
        for (long frames : silence) most = Math.max(most, frames);
        for (int i = 0; i < grids.length; i++) if (hasSound(i)) most = Math.max(most, grids[i].most());
        return (int) most;
    }

    private long soundOrigin(int segment) {
        var audio = Objects.requireNonNull(takes.get(segment).audio());
        return audio.track().origin() - grids[segment].late();
    }

    private long origin(Track video) {
        return Scale.of(video.timescale(), videoScale, video.origin());
    }

    static long nanos(long ticks, long scale) {
        return Scale.of(scale, SECOND, ticks);
    }

    static long ticks(long nanos, long scale) {
        return Scale.of(SECOND, scale, nanos);
    }

    /** The least common multiple of all, so that no time is rounded; if that is too fine, the usual one. */
    private static long videoScale(List<Take> takes) {
        long common = 1;
        for (var take : takes) {
            var video = take.video();
            if (video == null) continue;
            long scale = video.track().timescale();
            common = common / gcd(common, scale) * scale;
            if (common > MOST_VIDEO_SCALE) return USUAL_VIDEO_SCALE;
        }
        return common == 1 ? USUAL_VIDEO_SCALE : common;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
