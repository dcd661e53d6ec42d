package perennial.video;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is done with each segment's pictures so that all fit into one track. Only the segments that differ from the longest
 * one are touched.
 *
 * <p>A frame rate of its own is no reason to encode anew: the track keeps a time for every picture, and Zoom varies the rate
 * within one file. It is named as the reason where the encoder's settings differ with it.
 *
 * @param model the segment the others are made to match; null: no pictures in any of them
 * @param steps one a segment
 */
record PicturePlan(@Nullable VideoTrack model, List<Step> steps) {
    private static final String H264 = "h264";

    /** What is done with one segment's pictures. */
    enum Treatment {
        /** Taken as they are, out of the segment's own file. */
        COPY,
        /** The same pictures with another clock, in a file of their own. */
        REPACK,
        ENCODE,
        /** There are none and none before: black ones are made. */
        BLACK,
        /** There are none: the last one before stays. */
        HOLD
    }

    /**
     * @param remark for people; empty when nothing is worth telling
     */
    record Step(Treatment treatment, String remark) {}

    static PicturePlan of(List<JoinSource> sources) {
        var model = model(sources);
        if (model == null) return new PicturePlan(null, List.of());
        boolean uniform = sources.stream().allMatch(source -> {
            var video = source.video();
            return video == null || difference(video, model) == null;
        });
        // The encoder we have makes H.264: beside any other codec nothing of ours fits, so all are encoded.
        boolean keep = uniform || model.codec().equals(H264);
        boolean begun = false;
        var steps = new ArrayList<Step>();
        for (var source : sources) {
            var video = source.video();
            if (video == null) {
                steps.add(
                        begun ? new Step(Treatment.HOLD, "picture held") : new Step(Treatment.BLACK, "black picture"));
                begun = true;
                continue;
            }
            begun = true;
            steps.add(keep ? fit(video, model) : new Step(Treatment.ENCODE, "re-encoded: codec " + video.codec()));
        }
        return new PicturePlan(model, steps);
    }

    /** Whether parameter sets must be repeated inside the pictures, because the track's own do not fit all of them. */
    boolean mixed() {
        return steps.stream()
                .anyMatch(step -> step.treatment() == Treatment.ENCODE || step.treatment() == Treatment.BLACK);
    }

    private static Step fit(VideoTrack video, VideoTrack model) {
        var difference = difference(video, model);
        if (difference != null) return new Step(Treatment.ENCODE, "re-encoded: " + difference);
        // FFmpeg strings files together by stream number and without converting clocks.
        boolean asItIs = video.index() == 0 && video.timescale() == model.timescale();
        return new Step(asItIs ? Treatment.COPY : Treatment.REPACK, "");
    }

    private static @Nullable String difference(VideoTrack video, VideoTrack model) {
        if (!video.codec().equals(model.codec())) return "other codec";
        if (video.width() != model.width() || video.height() != model.height()) return "other size";
        if (!video.pixelFormat().equals(model.pixelFormat())) return "other pixel format";
        if (video.setup().equals(model.setup())) return null;
        boolean rate = Math.abs(video.frameRate() - model.frameRate()) > 0.02 * model.frameRate();
        return rate ? "other frame rate" : "other encoder settings";
    }

    /** The longest; one in H.264 before any other. */
    private static @Nullable VideoTrack model(List<JoinSource> sources) {
        return sources.stream()
                .map(JoinSource::video)
                .filter(video -> video != null)
                .max(Comparator.<VideoTrack, Boolean>comparing(
                                video -> video.codec().equals(H264))
                        .thenComparing(VideoTrack::length))
                .orElse(null);
    }
}
