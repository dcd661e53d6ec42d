package perennial.video.mp4;

/** The tables of a joined track, growing segment by segment. */
final class JoinedTrack {
    final IntList sizes = new IntList();
    final Runs durations = new Runs();
    final Runs compositions = new Runs();
    final IntList sync = new IntList();
    boolean allSync = true;
    /** Counted from the first byte of the payload. */
    final LongList chunkOffsets = new LongList();

    final IntList chunkSamples = new IntList();
    private long chunkEnd = -1;

    /** Adds {@code samples} of {@code bytes} together that lie at {@code offset}; a chunk that goes on where the last one ended is one with it. */
    void chunk(long offset, int samples, long bytes) {
        if (offset == chunkEnd) chunkSamples.set(chunkSamples.size() - 1, chunkSamples.last() + samples);
        else {
            chunkOffsets.add(offset);
            chunkSamples.add(samples);
        }
        chunkEnd = offset + bytes;
    }

    /**
     * Adds the times of {@code from}'s samples on a clock of {@code scale} ticks a second.
     *
     * @throws DamagedMp4 if one is longer than a file can say
     */
    void times(Track from, long scale) throws DamagedMp4 {
        var samples = from.samples();
        if (scale % from.timescale() == 0) {
            long factor = scale / from.timescale();
            for (int i = 0; i < samples.durations.size(); i++) {
                long duration = Integer.toUnsignedLong(samples.durations.value(i));
                durations.add(samples.durations.count(i), duration(duration * factor));
            }
            if (!samples.reorders()) compositions.add(samples.count(), 0);
            for (int i = 0; i < samples.compositions.size(); i++) {
                compositions.add(samples.compositions.count(i), composition(samples.compositions.value(i) * factor));
            }
            return;
        }
        rescale(samples, from.timescale(), scale);
    }

    /** Rounds moments and not stretches of time, so that nothing adds up. */
    private void rescale(SampleTable samples, long from, long to) throws DamagedMp4 {
        var durationsOf = samples.durations.walk();
        var compositionsOf = samples.compositions.walk();
        long at = 0;
        long scaled = 0;
        for (int i = 0; i < samples.count(); i++) {
            int composition = samples.reorders() ? compositionsOf.next() : 0;
            long next = at + Integer.toUnsignedLong(durationsOf.next());
            long scaledNext = Scale.of(from, to, next);
            durations.add(1, duration(scaledNext - scaled));
            compositions.add(1, composition(Scale.of(from, to, at + composition) - scaled));
            at = next;
            scaled = scaledNext;
        }
    }

    /** Takes over which samples of the next segment stand for themselves; to be called before they are added. */
    void sync(SampleTable from) {
        int before = sizes.size();
        var numbers = from.sync;
        if (numbers == null) {
            for (int i = 1; i <= from.count(); i++) sync.add(before + i);
            return;
        }
        allSync = false;
        for (int i = 0; i < numbers.size(); i++) sync.add(before + numbers.get(i));
    }

    /**
     * Holds the last sample until {@code moment}.
     *
     * @throws DamagedMp4 if that is longer than a file can say
     */
    void holdUntil(long moment) throws DamagedMp4 {
        long more = moment - durations.sum();
        if (more <= 0) return;
        durations.replaceLast(duration(Integer.toUnsignedLong(durations.last()) + more));
    }

    /** As 32 bits without a sign. */
    private static int duration(long ticks) throws DamagedMp4 {
        if (ticks > 0xFFFF_FFFFL) {
            throw new DamagedMp4("A picture would have to be held for longer than a file can say.");
        }
        return (int) ticks;
    }

    private static int composition(long ticks) throws DamagedMp4 {
        if (ticks != (int) ticks) throw new DamagedMp4("A picture would come later than a file can say.");
        return (int) ticks;
    }
}
