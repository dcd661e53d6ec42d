package perennial.video.mp4;

import org.jspecify.annotations.Nullable;

/**
 * The frames of one segment's sound, laid side by side. Players play frame after frame whatever the file says of their
 * times; so a hole in these times is filled with frames of silence, and what is left, at most half a frame, is ignored.
 *
 * @param holes numbers of the samples, from 0 on, before which silence goes
 * @param silent how many frames of silence go there
 * @param frames all frames, with silence
 * @param late ticks by which all but the first frame come late: a hole right behind that one, which is an encoder's run-up
 *     and says nothing, moves the whole sound instead
 */
record SoundGrid(IntList holes, IntList silent, long frames, long late) {
    /** Null if frames overlap by more than half of one, or more than an hour is missing: they cannot be laid side by side. */
    static @Nullable SoundGrid of(SampleTable samples, int frame) {
        var holes = new IntList();
        var silent = new IntList();
        var durations = samples.durations;
        long late = samples.count() < 2 ? 0 : Math.max(0, samples.durations.first() - frame);
        long frames = 0;
        long claimed = -late;
        int sample = 0;
        for (int run = 0; run < durations.size(); run++) {
            long duration = Integer.toUnsignedLong(durations.value(run));
            if (duration == frame) {
                frames += durations.count(run);
                claimed += duration * durations.count(run);
                sample += durations.count(run);
                continue;
            }
            for (int i = 0; i < durations.count(run); i++) {
                frames++;
                claimed += duration;
                sample++;
                if (sample == samples.count()) break; // the last one may be shortened, and sounds whole all the same
                long missing = Math.floorDiv(2 * claimed + frame, 2L * frame) - frames;
                if (missing < 0 || missing > Limits.HOLE_FRAMES) return null;
                if (missing == 0) continue;
                holes.add(sample);
                silent.add((int) missing);
                frames += missing;
            }
        }
        return frames > samples.count() + Limits.HOLE_FRAMES ? null : new SoundGrid(holes, silent, frames, late);
    }

    int most() {
        int most = 0;
        for (int i = 0; i < silent.size(); i++) most = Math.max(most, silent.get(i));
        return most;
    }
}
