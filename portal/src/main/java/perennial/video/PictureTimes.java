package perennial.video;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * When each segment's pictures begin in the joined video: where its sound does, so that both agree to the sample. Only if
 * that were before the end of the pictures in front, which can happen above 30 pictures a second, they wait for those.
 */
final class PictureTimes {
    /** How much of a picture's time the next segment may take away from the last one. */
    private static final double SQUEEZE = 0.75;

    private PictureTimes() {}

    /** One moment a segment, also for those without pictures. */
    static List<Duration> of(List<JoinSource> sources, SoundPlan sound) {
        var times = new ArrayList<Duration>();
        var earliest = Duration.ZERO;
        for (int i = 0; i < sources.size(); i++) {
            boolean silent = sound.steps().isEmpty() || sound.steps().get(i).treatment() == SoundPlan.Treatment.SILENCE;
            var wanted = silent ? sources.get(i).at() : sound.steps().get(i).start();
            var start = wanted.compareTo(earliest) < 0 ? earliest : wanted;
            times.add(start);
            var video = sources.get(i).video();
            if (video != null) earliest = start.plus(video.length()).minus(squeeze(video));
        }
        return times;
    }

    private static Duration squeeze(VideoTrack video) {
        return video.frameRate() < 1 ? Duration.ZERO : Duration.ofNanos((long) (SQUEEZE * 1e9 / video.frameRate()));
    }
}
