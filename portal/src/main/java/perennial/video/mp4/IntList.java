package perennial.video.mp4;

import java.util.Arrays;

/** Ints in a row that grows. */
final class IntList {
    private int[] items = new int[16];
    private int size;

    void add(int item) {
        room(1);
        items[size++] = item;
    }

    void addAll(int[] more) {
        room(more.length);
        System.arraycopy(more, 0, items, size, more.length);
        size += more.length;
    }

    int get(int i) {
        return items[i];
    }

    void set(int i, int item) {
        items[i] = item;
    }

    int last() {
        return items[size - 1];
    }

    int size() {
        return size;
    }

    int[] toArray() {
        return Arrays.copyOf(items, size);
    }

    private void room(int more) {
        if (size + more > items.length) items = Arrays.copyOf(items, Math.max(size + more, items.length * 2));
    }
}
