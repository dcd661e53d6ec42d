package perennial.video.mp4;

/**
 * When the samples of a track are shown, on its decoding clock and before any edit.
 *
 * @param from the first moment
 * @param until the last
 */
record Shown(long from, long until) {
    static Shown of(SampleTable samples) {
        if (samples.count() == 0) return new Shown(0, 0);
        if (!samples.reorders()) return new Shown(0, samples.end());
        var durations = samples.durations.walk();
        var compositions = samples.compositions.walk();
        long at = 0;
        long from = Long.MAX_VALUE;
        long until = 0;
        for (int i = 0; i < samples.count(); i++) {
            long duration = Integer.toUnsignedLong(durations.next());
            long shown = at + compositions.next();
            from = Math.min(from, shown);
            until = Math.max(until, shown + duration);
            at += duration;
        }
        return new Shown(from, until);
    }
}
