package perennial.video;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Where each segment of a recording lies in the joined video. All views of an item share one map; chat, captions and
 * chapters go through it.
 *
 * @param segments in the order they are joined; at least one
 */
public record TimeMap(List<SegmentTime> segments) {
    /**
     * One segment's place.
     *
     * @param recordingStart when its recording began, on Zoom's clock
     * @param offset where it begins in the joined video
     * @param length how much of the joined video it fills
     */
    public record SegmentTime(Instant recordingStart, Duration offset, Duration length) {
        Duration end() {
            return offset.plus(length);
        }
    }

    /**
     * A segment as measured.
     *
     * @param length the longest of its views' measured lengths, sound and pictures
     */
    public record Measured(Instant recordingStart, Duration length) {}

    public TimeMap {
        if (segments.isEmpty()) throw new IllegalArgumentException("a time map needs a segment");
        segments = List.copyOf(segments);
    }

    /** Lays the segments one behind the other, in the given order. */
    public static TimeMap of(List<Measured> measured) {
        var segments = new ArrayList<SegmentTime>();
        var offset = Duration.ZERO;
        for (var segment : measured) {
            segments.add(new SegmentTime(segment.recordingStart(), offset, segment.length()));
            offset = offset.plus(segment.length());
        }
        return new TimeMap(segments);
    }

    /**
     * Of segments whose places in the joined video are known.
     *
     * @param recordingStarts when the recording of each began
     * @param offsets when each begins in the joined video
     * @param length of the joined video
     */
    public static TimeMap at(List<Instant> recordingStarts, List<Duration> offsets, Duration length) {
        var segments = new ArrayList<SegmentTime>();
        for (int i = 0; i < offsets.size(); i++) {
            var next = i + 1 < offsets.size() ? offsets.get(i + 1) : length;
            segments.add(new SegmentTime(recordingStarts.get(i), offsets.get(i), next.minus(offsets.get(i))));
        }
        return new TimeMap(segments);
    }

    /** The length of the joined video. */
    public Duration length() {
        return segments.getLast().end();
    }

    /**
     * Where a moment of a transcript, of captions or of a timeline lies; those count from the start of their segment's
     * recording. What runs over the segment's end is held at its end, so that it never speaks into the next one.
     */
    public Duration ofTranscript(int segment, Duration t) {
        var place = segments.get(segment);
        return place.offset().plus(clamp(t, place.length()));
    }

    /**
     * A time in which a segment was not recorded although it had begun.
     *
     * @param to {@link Instant#MAX} where it lasted as long as the segment
     */
    public record Pause(Instant from, Instant to) {}

    /**
     * Where a chat message lies. Zoom's chat clock starts with the meeting, not with the recording, and runs on while the
     * recording is stopped or paused.
     */
    public Placed ofChat(Instant meetingStart, Duration t, List<Pause> pauses) {
        var moment = meetingStart.plus(t);
        if (moment.isBefore(segments.getFirst().recordingStart())) return new Placed(Duration.ZERO, Placed.When.BEFORE);
        int last = 0;
        for (int i = 0; i < segments.size(); i++) {
            if (!moment.isBefore(segments.get(i).recordingStart())) last = i;
        }
        var place = segments.get(last);
        var into = Duration.between(place.recordingStart(), moment).minus(paused(place, moment, pauses));
        if (into.compareTo(place.length()) <= 0)
            return new Placed(place.offset().plus(into), Placed.When.DURING);
        var when = last + 1 < segments.size() ? Placed.When.BETWEEN : Placed.When.AFTER;
        return new Placed(place.end(), when);
    }

    /** How long it was paused from the segment's start to {@code moment}; pauses of segments before it are over. */
    private static Duration paused(SegmentTime segment, Instant moment, List<Pause> pauses) {
        var sum = Duration.ZERO;
        for (var pause : pauses) {
            if (pause.from().isBefore(segment.recordingStart()) || !pause.from().isBefore(moment)) continue;
            sum = sum.plus(Duration.between(pause.from(), pause.to().isBefore(moment) ? pause.to() : moment));
        }
        return sum;
    }

    private static Duration clamp(Duration t, Duration length) {
        if (t.isNegative()) return Duration.ZERO;
        return t.compareTo(length) > 0 ? length : t;
    }
}
