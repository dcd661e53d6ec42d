package perennial.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may be on a disk after its power went at some moment: all that an fsync vouches for, and of the rest anything. Bytes
 * that were not synced are there, or not, or half, or in another order than they were written, with zeros in the gaps;
 * names that were made, changed or taken away without a sync of their folder are so, or as they were before.
 *
 * @param files what each name holds, in the folder of the log
 * @param row what the database knows of the part
 * @param sealed whether the store had said that the blob is whole
 */
record CrashState(Map<Path, byte[]> files, Set<Path> folders, Parts.@Nullable Progress row, boolean sealed) {
    /** How what was not synced has come out. */
    private enum Luck {
        ALL_IS_LOST,
        ALL_IS_THERE,
        THE_FIRST_ARE_THERE,
        ANY_ARE_THERE
    }

    /** One of the states in which the disk may be if the power goes after {@code steps}. */
    static CrashState after(List<DiskLog.Step> steps, Random random) {
        var names = names(steps, random);
        var files = new HashMap<Path, byte[]>();
        names.files().forEach((name, number) -> files.put(name, content(steps, number, random)));
        Parts.Progress row = null;
        boolean sealed = false;
        for (var step : steps) {
            if (step instanceof DiskLog.Row(var progress)) row = progress;
            if (step instanceof DiskLog.Sealed) sealed = true;
        }
        return new CrashState(files, names.folders(), row, sealed);
    }

    private record Names(Map<Path, Integer> files, Set<Path> folders) {}

    private static Names names(List<DiskLog.Step> steps, Random random) {
        var files = new HashMap<Path, Integer>();
        var folders = new HashSet<Path>();
        var luck = new Chance(random);
        for (int i = 0; i < steps.size(); i++) {
            switch (steps.get(i)) {
                case DiskLog.Created(int file, Path name) -> {
                    if (synced(steps, i, name) || luck.holds()) files.put(name, file);
                }
                case DiskLog.Moved(Path from, Path to) -> {
                    boolean there = files.containsKey(from);
                    if (there && (synced(steps, i, from) || synced(steps, i, to) || luck.holds())) {
                        files.put(to, Objects.requireNonNull(files.remove(from)));
                    }
                }
                case DiskLog.Deleted(Path name) -> {
                    if (synced(steps, i, name) || luck.holds()) files.remove(name);
                }
                case DiskLog.FolderMade(Path folder) -> folders.add(folder);
                default -> {}
            }
        }
        return new Names(files, folders);
    }

    /** Whether the folder of {@code name} was synced after step {@code at}. */
    private static boolean synced(List<DiskLog.Step> steps, int at, Path name) {
        return steps.subList(at, steps.size())
                .contains(new DiskLog.FolderSynced(Objects.requireNonNull(name.getParent())));
    }

    private static byte[] content(List<DiskLog.Step> steps, int number, Random random) {
        int durable = 0;
        for (var step : steps) {
            if (step instanceof DiskLog.Synced(int file, int began) && file == number)
                durable = Math.max(durable, began);
        }
        var content = new byte[0];
        var luck = new Chance(random);
        for (int i = 0; i < steps.size(); i++) {
            switch (steps.get(i)) {
                case DiskLog.Wrote(int file, long at, ByteBuffer bytes)
                when file == number -> {
                    if (i < durable || luck.holds()) content = with(content, (int) at, bytes, bytes.remaining());
                    else if (luck.half())
                        content = with(content, (int) at, bytes, random.nextInt(bytes.remaining() + 1));
                }
                case DiskLog.Truncated(int file, long size)
                when file == number -> {
                    if (size < content.length && (i < durable || luck.holds()))
                        content = Arrays.copyOf(content, (int) size);
                }
                default -> {}
            }
        }
        return content;
    }

    private static byte[] with(byte[] content, int at, ByteBuffer bytes, int count) {
        var longer = Arrays.copyOf(content, Math.max(content.length, at + count));
        bytes.get(0, longer, at, count);
        return longer;
    }

    /** Whether this or that came through; the kind of luck is drawn once. */
    private static final class Chance {
        private final Random random;
        private final Luck luck;
        private int first;

        Chance(Random random) {
            this.random = random;
            this.luck = List.of(Luck.values()).get(random.nextInt(Luck.values().length));
            this.first = random.nextInt(8);
        }

        boolean holds() {
            return switch (luck) {
                case ALL_IS_LOST -> false;
                case ALL_IS_THERE -> true;
                case THE_FIRST_ARE_THERE -> first-- > 0;
                case ANY_ARE_THERE -> random.nextBoolean();
            };
        }

        /** Whether a write that did not come through came half. */
        boolean half() {
            return luck != Luck.ALL_IS_LOST && random.nextInt(4) == 0;
        }
    }

    /** Makes it true in another folder. */
    void playIn(Path there, Path logged) throws IOException {
        for (var folder : folders)
            Files.createDirectories(there.resolve(logged.relativize(folder).toString()));
        for (var file : files.entrySet()) {
            var place = there.resolve(logged.relativize(file.getKey()).toString());
            Files.createDirectories(Objects.requireNonNull(place.getParent()));
            Files.write(place, file.getValue());
        }
    }

    /** Equal for equal states. */
    int key() {
        var parts = new ArrayList<Object>(List.of(sealed, row == null ? "" : row));
        files.keySet().stream().sorted().forEach(name -> {
            parts.add(name);
            parts.add(Arrays.hashCode(files.get(name)));
        });
        return parts.hashCode();
    }
}
