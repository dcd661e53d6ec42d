package perennial.video.mp4;

import java.util.Arrays;
import java.util.TreeMap;

/** Bytes of our own that go into a range of a source: parameter sets before a picture, silence into a hole. */
final class Insertions {
    static final Insertions NONE = new Insertions(new LongList(), new IntList(), new IntList());

    /** Offsets in the source before which they go, rising. */
    final long[] at;

    final int[] own;
    final int[] bytes;
    /** How many bytes go before {@code at[i]}, this one not counted. */
    private final long[] before;

    private Insertions(LongList at, IntList own, IntList bytes) {
        this.at = at.toArray();
        this.own = own.toArray();
        this.bytes = bytes.toArray();
        this.before = new long[this.at.length + 1];
        for (int i = 0; i < this.at.length; i++) before[i + 1] = before[i] + this.bytes[i];
    }

    /** How far what lies at {@code offset} moves; what goes right before it is counted as part of it. */
    long shift(long offset) {
        int found = Arrays.binarySearch(at, offset);
        return before[found >= 0 ? found : -found - 1];
    }

    /** Collects them in any order. */
    static final class Collector {
        private final TreeMap<Long, int[]> found = new TreeMap<>();

        /** @throws DamagedMp4 if something goes there already, as before samples without a byte */
        void add(long offset, int own, int bytes) throws DamagedMp4 {
            if (found.put(offset, new int[] {own, bytes}) != null) {
                throw new DamagedMp4("Two samples of the file lie in the same place.");
            }
        }

        Insertions collected() {
            if (found.isEmpty()) return NONE;
            var at = new LongList();
            var own = new IntList();
            var bytes = new IntList();
            found.forEach((offset, text) -> {
                at.add(offset);
                own.add(text[0]);
                bytes.add(text[1]);
            });
            return new Insertions(at, own, bytes);
        }
    }
}
