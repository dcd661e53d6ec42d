package perennial.video.mp4;

/** Walks over the samples of a track in their order. */
final class SampleWalk {
    private final SampleTable samples;
    private int number = -1;
    private int chunk = -1;
    private int left;
    private long offset;
    private int syncs;

    SampleWalk(SampleTable samples) {
        this.samples = samples;
    }

    /** Goes on to the next one; false at the end. */
    boolean next() {
        if (number + 1 >= samples.count()) return false;
        if (number >= 0) offset += samples.sizes.get(number);
        number++;
        while (left == 0) {
            offset = samples.chunkOffsets.get(++chunk);
            left = samples.chunkSamples.get(chunk);
        }
        left--;
        var sync = samples.sync;
        while (sync != null && syncs < sync.size() && sync.get(syncs) <= number) syncs++;
        return true;
    }

    /** From 0 on. */
    int number() {
        return number;
    }

    /** Where it lies in the file. */
    long offset() {
        return offset;
    }

    /** Whether it stands for itself. */
    boolean sync() {
        var sync = samples.sync;
        return sync == null || (syncs < sync.size() && sync.get(syncs) == number + 1);
    }
}
