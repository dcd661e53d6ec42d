package perennial.video;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is done with each segment's sound, and where it goes.
 *
 * <p>The joined sound is one unbroken row of frames, because players ignore gaps in it. So a segment can begin only where a
 * frame does: at the nearest one, at most half a frame (16 ms at 32 kHz) from its place on the time map. Each is placed from
 * the map and not from its neighbour, so this never adds up. The pictures follow the sound exactly ({@link PictureTimes}).
 *
 * <p>Frames of run-up stay, since the frame after them cannot be decoded without them; where they meet the last frames of the
 * segment before, those are cut, at most two.
 *
 * @param steps one a segment; empty: no sound in any of them
 * @param shift when the row of frames begins in the joined video: below 0 by the first segment's run-up
 * @param frames how many frames the row has at least; silence fills what the segments leave
 */
record SoundPlan(int sampleRate, int channels, List<Step> steps, Duration shift, long frames) {
    private static final int USUAL_RATE = 48_000;
    private static final Set<Integer> RATES = Set.of(8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, USUAL_RATE);
    /** Longest difference between the frames counted and the time they claim, in frames, that is no hole. */
    private static final double TOLERATED = 2.5;

    /** What is done with one segment's sound. */
    enum Treatment {
        COPY,
        ENCODE,
        SILENCE
    }

    /**
     * @param remark for people; empty when nothing is worth telling
     * @param firstFrame where in the row its first frame goes
     * @param start where the segment's own time 0 comes to lie
     */
    record Step(Treatment treatment, String remark, long firstFrame, Duration start) {}

    static SoundPlan of(List<JoinSource> sources, Duration length) {
        var model = model(sources);
        if (model == null) return new SoundPlan(0, 0, List.of(), Duration.ZERO, 0);
        int rate = RATES.contains(model.sampleRate()) ? model.sampleRate() : USUAL_RATE;
        int channels = Math.clamp(model.channels(), 1, 2);
        var treatments =
                sources.stream().map(source -> treatment(source, model)).toList();
        var runUps = new ArrayList<Duration>();
        for (int i = 0; i < sources.size(); i++) {
            boolean own = treatments.get(i).treatment == Treatment.COPY;
            boolean none = treatments.get(i).treatment == Treatment.SILENCE;
            runUps.add(none ? Duration.ZERO : own ? sources.get(i).runUp() : time(-JoinSource.AAC_FRAME, rate));
        }
        var shift = runUps.getFirst().isNegative() ? runUps.getFirst() : Duration.ZERO;
        var steps = new ArrayList<Step>();
        long earliest = 0;
        for (int i = 0; i < sources.size(); i++) {
            var wanted = sources.get(i).at().plus(runUps.get(i)).minus(shift);
            long frame = Math.max(earliest, Math.round(seconds(wanted) * rate / JoinSource.AAC_FRAME));
            var start = time(frame * JoinSource.AAC_FRAME, rate).plus(shift).minus(runUps.get(i));
            steps.add(new Step(treatments.get(i).treatment, treatments.get(i).remark, frame, start));
            earliest = frame;
        }
        long frames = (long) (seconds(length.minus(shift)) * rate / JoinSource.AAC_FRAME);
        return new SoundPlan(rate, channels, steps, shift, frames);
    }

    private record Choice(Treatment treatment, String remark) {}

    private static Choice treatment(JoinSource source, AudioTrack model) {
        var audio = source.audio();
        if (audio == null) return new Choice(Treatment.SILENCE, "silence");
        var difference = difference(audio, model);
        if (difference == null && holey(audio, source.runUp())) difference = "holes in it";
        return difference == null
                ? new Choice(Treatment.COPY, "")
                : new Choice(Treatment.ENCODE, "sound re-encoded: " + difference);
    }

    private static @Nullable String difference(AudioTrack audio, AudioTrack model) {
        if (!plain(audio))
            return "codec %s %s".formatted(audio.codec(), audio.profile()).strip();
        if (audio.sampleRate() != model.sampleRate()) return "other sample rate";
        if (audio.channels() != model.channels()) return "other channels";
        return audio.setup().equals(model.setup()) ? null : "other encoder settings";
    }

    /** Frames are laid in a row, so a hole between two of them would shift all that follows. */
    private static boolean holey(AudioTrack audio, Duration runUp) {
        double counted = audio.frames();
        double claimed = seconds(audio.length().minus(runUp)) * audio.sampleRate() / JoinSource.AAC_FRAME;
        return Math.abs(counted - claimed) > TOLERATED;
    }

    /** AAC-LC in mono or stereo: what can be cut into frames that stand for themselves. */
    private static boolean plain(AudioTrack audio) {
        return audio.codec().equals("aac")
                && audio.profile().equals("LC")
                && audio.channels() <= 2
                && RATES.contains(audio.sampleRate());
    }

    private static @Nullable AudioTrack model(List<JoinSource> sources) {
        return sources.stream()
                .map(JoinSource::audio)
                .filter(audio -> audio != null)
                .max(Comparator.<AudioTrack, Boolean>comparing(SoundPlan::plain).thenComparing(AudioTrack::length))
                .orElse(null);
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    private static Duration time(long samples, int rate) {
        return Duration.ofNanos(Math.round(samples * 1e9 / rate));
    }
}
