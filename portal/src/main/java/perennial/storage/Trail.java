package perennial.storage;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What was written to a part since its bytes were last known to be durable, each write with its checksum, in a file beside
 * it. A process that is killed leaves what it wrote behind, though nobody had made it durable; the trail says how much of
 * that its successor may keep: all but the write it was killed in, whose step may be missing, and but a first one that no
 * second followed. No byte is taken on trust: what a power cut lost or tore, in the part or in the trail
 * itself, does not match its checksum, and all from there on is fetched again.
 *
 * <p>Only for sources that name their version: of another, what is left over may be of an older one.
 */
final class Trail implements Closeable {
    /** Position, length, checksum of the bytes, length of the version's name, and a checksum of all these. */
    private static final int HEAD = Long.BYTES + 4 * Integer.BYTES;

    private static final int LONGEST_NAME = 4096;
    private static final int CHUNK = 1 << 20;

    private final Disk disk;
    private final Path file;
    private @Nullable FileChannel channel;
    private long end;
    /** The first write; most files come in one, and a trail of one write is worth no file. */
    private @Nullable ByteBuffer first;

    Trail(Disk disk, Path file) {
        this.disk = disk;
        this.file = file;
    }

    /** How much of a part may be kept, and of which version of the source it is. */
    record Kept(long bytes, @Nullable String version) {}

    private record Step(long from, int length, int checksum, String version, long next) {}

    /** How much of the part may be kept: from its last durable byte on, as far as it bears the trail out. Changes nothing. */
    Kept follow(FileChannel part, Parts.Progress known) throws IOException {
        long kept = Math.min(known.durable(), part.size());
        var version = kept == 0 ? null : known.validator();
        if (kept < known.durable() || !Files.exists(file)) return new Kept(kept, version);
        channel = disk.open(file);
        for (var step = read(0); step != null; step = read(step.next())) {
            if (step.from() + step.length() > kept) {
                boolean joins =
                        step.from() == kept && (kept == 0 || step.version().equals(version));
                if (!joins || !borneOut(part, step)) break;
                kept += step.length();
                version = step.version();
            }
            end = step.next();
        }
        return new Kept(kept, version);
    }

    /**
     * Goes on behind what was followed. What is kept beyond the {@code durable} bytes is written once more: an fsync that
     * failed unheard may have left it in memory only.
     */
    void goOn(FileChannel part, long durable, long kept) throws IOException {
        for (long at = durable; at < kept; ) {
            var bytes = some(part, at, (int) Math.min(CHUNK, kept - at));
            if (bytes == null) throw new EOFException("the part got shorter");
            while (bytes.hasRemaining()) at += part.write(bytes, at);
        }
        if (channel == null || end == 0) forget();
        else channel.truncate(end);
    }

    /** Notes {@code bytes} that were just written at {@code from}. */
    void wrote(long from, ByteBuffer bytes, @Nullable String version) throws IOException {
        if (version == null || version.length() > LONGEST_NAME) return;
        var step = step(from, bytes, version);
        if (channel != null) {
            append(step);
        } else if (first == null) {
            first = step;
        } else {
            disk.delete(file); // of an earlier writer, whose file this must not be
            channel = disk.open(file);
            append(first);
            append(step);
        }
    }

    private void append(ByteBuffer step) throws IOException {
        var open = Objects.requireNonNull(channel);
        while (step.hasRemaining()) end += open.write(step, end);
    }

    private static ByteBuffer step(long from, ByteBuffer bytes, String version) {
        var name = StandardCharsets.UTF_8.encode(version);
        var step = ByteBuffer.allocate(HEAD + name.remaining());
        step.putLong(from).putInt(bytes.remaining()).putInt(checksum(bytes)).putInt(name.remaining());
        step.putInt(ownChecksum(step, name)).put(name);
        return step.flip();
    }

    /** The step that begins at a place of the trail; null when there is none, or it is damaged. */
    private @Nullable Step read(long at) throws IOException {
        var head = some(Objects.requireNonNull(channel), at, HEAD);
        if (head == null) return null;
        long from = head.getLong();
        int length = head.getInt();
        int checksum = head.getInt();
        int nameLength = head.getInt();
        int own = head.getInt();
        if (from < 0 || length < 0 || nameLength < 0 || nameLength > 4 * LONGEST_NAME) return null;
        var name = some(Objects.requireNonNull(channel), at + HEAD, nameLength);
        if (name == null || own != ownChecksum(head, name)) return null;
        var version = StandardCharsets.UTF_8.decode(name).toString();
        return new Step(from, length, checksum, version, at + HEAD + nameLength);
    }

    private static boolean borneOut(FileChannel part, Step step) throws IOException {
        if (step.length() > CHUNK || step.from() + step.length() > part.size()) return false;
        var bytes = some(part, step.from(), step.length());
        return bytes != null && checksum(bytes) == step.checksum();
    }

    private static @Nullable ByteBuffer some(FileChannel from, long at, int count) throws IOException {
        var bytes = ByteBuffer.allocate(count);
        while (bytes.hasRemaining()) {
            if (from.read(bytes, at + bytes.position()) < 0) return null;
        }
        return bytes.flip();
    }

    private static int checksum(ByteBuffer bytes) {
        var crc = new CRC32C();
        crc.update(bytes.duplicate());
        return (int) crc.getValue();
    }

    private static int ownChecksum(ByteBuffer step, ByteBuffer name) {
        var crc = new CRC32C();
        crc.update(step.duplicate().position(0).limit(HEAD - Integer.BYTES));
        crc.update(name.duplicate());
        return (int) crc.getValue();
    }

    /** From now on nothing is noted, and nothing of what was; for a part that begins anew or is whole. */
    void forget() throws IOException {
        close();
        end = 0;
        disk.delete(file);
    }

    @Override
    public void close() throws IOException {
        first = null;
        if (channel != null) channel.close();
        channel = null;
    }
}
