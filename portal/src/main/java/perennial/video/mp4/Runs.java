package perennial.video.mp4;

/** A value for each sample, in runs of equal ones: how {@code stts} and {@code ctts} keep them. Grows at its end. */
final class Runs {
    private final IntList counts = new IntList();
    private final IntList values = new IntList();
    private long samples;
    private long sum;

    void add(int count, int value) {
        if (count == 0) return;
        int last = counts.size() - 1;
        if (last >= 0 && values.get(last) == value) counts.set(last, counts.get(last) + count);
        else {
            counts.add(count);
            values.add(value);
        }
        samples += count;
        sum += count * Integer.toUnsignedLong(value);
    }

    int size() {
        return counts.size();
    }

    int count(int run) {
        return counts.get(run);
    }

    int value(int run) {
        return values.get(run);
    }

    /** The value of the first sample, as unsigned; there must be one. */
    long first() {
        return Integer.toUnsignedLong(values.get(0));
    }

    /** The value of the last sample; there must be one. */
    int last() {
        return values.last();
    }

    /** How many samples have a value. */
    long samples() {
        return samples;
    }

    /** All values together, each read as unsigned. */
    long sum() {
        return sum;
    }

    /** Gives the last sample another value. */
    void replaceLast(int value) {
        sum += Integer.toUnsignedLong(value) - Integer.toUnsignedLong(values.last());
        int last = counts.size() - 1;
        if (counts.get(last) == 1) values.set(last, value);
        else {
            counts.set(last, counts.get(last) - 1);
            counts.add(1);
            values.add(value);
        }
    }

    /** Walks sample by sample. */
    Walk walk() {
        return new Walk();
    }

    final class Walk {
        private int run;
        private int used;

        /** The value of the next sample; there must be one. */
        int next() {
            while (used == counts.get(run)) {
                run++;
                used = 0;
            }
            used++;
            return values.get(run);
        }
    }
}
