package perennial.video.mp4;

import java.util.Arrays;

/** Longs in a row that grows. */
final class LongList {
    private long[] items = new long[16];
    private int size;

    void add(long item) {
        room(1);
        items[size++] = item;
    }

    void addAll(long[] more) {
        room(more.length);
        System.arraycopy(more, 0, items, size, more.length);
        size += more.length;
    }

    long get(int i) {
        return items[i];
    }

    void set(int i, long item) {
        items[i] = item;
    }

    long last() {
        return items[size - 1];
    }

    int size() {
        return size;
    }

    long[] toArray() {
        return Arrays.copyOf(items, size);
    }

    private void room(int more) {
        if (size + more > items.length) items = Arrays.copyOf(items, Math.max(size + more, items.length * 2));
    }
}
