package perennial.video.mp4;

import org.jspecify.annotations.Nullable;

/** Where the samples of one track lie, how large they are, and when they are due. Grows while it is read. */
final class SampleTable {
    final IntList sizes = new IntList();
    /** Ticks until the next sample is to be decoded. */
    final Runs durations = new Runs();
    /** Ticks from decoding to showing, signed; none: at once. */
    final Runs compositions = new Runs();
    /** Numbers of the samples that stand for themselves, from 1 on; null: all do. */
    @Nullable
    IntList sync = new IntList();

    final LongList chunkOffsets = new LongList();
    final IntList chunkSamples = new IntList();
    /** Whether samples are described by more than one entry of {@code stsd}, or not by its first. */
    boolean mixedEntries;

    int count() {
        return sizes.size();
    }

    int chunks() {
        return chunkSamples.size();
    }

    boolean reorders() {
        return compositions.size() > 0;
    }

    /** Decode time behind the last sample. */
    long end() {
        return durations.sum();
    }

    boolean startsWithSync() {
        return sync == null || (sync.size() > 0 && sync.get(0) == 1);
    }

    /**
     * Checks that all tables speak of the same samples, and that their bytes are there.
     *
     * @param fileSize in bytes
     */
    void check(long fileSize) throws DamagedMp4 {
        if (durations.samples() != count() || (reorders() && compositions.samples() != count())) {
            throw disagree();
        }
        int sample = 0;
        for (int chunk = 0; chunk < chunks(); chunk++) {
            int inside = chunkSamples.get(chunk);
            if (inside < 0 || inside > count() - sample) throw disagree();
            long end = chunkOffsets.get(chunk);
            if (end < 0 || end > fileSize) throw outside(); // before anything is added to it
            for (int i = 0; i < inside; i++) end += sizes.get(sample++);
            if (end > fileSize) throw outside();
        }
        if (sample != count()) throw disagree();
        checkSync();
    }

    private void checkSync() throws DamagedMp4 {
        if (sync == null) return;
        int before = 0;
        for (int i = 0; i < sync.size(); i++) {
            int number = sync.get(i);
            if (number <= before || number > count()) throw disagree();
            before = number;
        }
    }

    private static DamagedMp4 disagree() {
        return new DamagedMp4("The file's tables contradict each other.");
    }

    private static DamagedMp4 outside() {
        return new DamagedMp4("The file is cut off: its tables name bytes beyond its end.");
    }
}
