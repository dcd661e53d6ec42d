package perennial.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class FolderStoreTest extends BlobStoreContract {
    @Autowired
    BlobStore store;

    @Autowired
    Parts parts;

    @TempDir
    Path place;

    @Override
    BlobStore store() {
        return store;
    }

    @Test
    void saysSoWhenTheDiskIsFullAndGoesOnWhenThereIsRoom() throws Exception {
        Assumptions.assumeThat(mount(place, "20m"))
                .as("may mount a small file system")
                .isTrue();
        try {
            var small = new FolderStore(place.resolve("blobs"), parts, id -> false);
            var id = BlobId.random();
            var hog = Files.write(place.resolve("hog"), new byte[2 << 20]);
            var bytes = someBytes(24 << 20);

            try (var writer = small.write(id)) {
                writer.write(ByteBuffer.wrap(bytes, 0, 16 << 20));
                assertThatThrownBy(() -> writer.write(ByteBuffer.wrap(bytes, 16 << 20, 8 << 20)))
                        .isInstanceOf(StorageException.Full.class)
                        .hasMessageContaining("is full");
            }
            Files.delete(hog);
            try (var writer = small.write(id)) {
                int kept = (int) writer.position();
                assertThat(kept).isBetween(16 << 20, bytes.length - 1);
                writer.write(ByteBuffer.wrap(bytes, kept, 1));
                assertThat(writer.seal().sha256())
                        .isEqualTo(HexFormat.of().formatHex(Sha256.start().digest(Arrays.copyOf(bytes, kept + 1))));
            }
        } finally {
            run("umount", place.toString());
        }
    }

    /** A lock that is not given back would keep the part from every later writer. */
    @ParameterizedTest
    @ValueSource(strings = {"read", "delete", "move"})
    void givesEverythingBackWhenAPartCannotBeOpened(String broken) throws Exception {
        var disk = new BrokenDisk();
        var folder = new FolderStore(place.resolve("blobs"), parts, id -> false, disk, FolderWriter.BETWEEN_SYNCS);
        var id = BlobId.random();
        // Only a part that another writer holds is copied and moved.
        var other = broken.equals("move") ? folder.write(id) : null;
        disk.opened.clear();

        disk.broken = broken;
        assertThatThrownBy(() -> folder.write(id)).hasMessage(broken);

        assertThat(disk.opened).isNotEmpty().noneMatch(FileChannel::isOpen);
        disk.broken = "";
        folder.write(id).discard();
        if (other != null) other.close();
    }

    private static final class BrokenDisk extends Disk {
        private final List<FileChannel> opened = new ArrayList<>();
        private String broken = "";

        private void touch(String how) throws IOException {
            if (broken.equals(how)) throw new IOException(how);
        }

        @Override
        FileChannel open(Path file) throws IOException {
            var channel = super.open(file);
            opened.add(channel);
            return new WatchedFile(channel) {
                @Override
                public int read(ByteBuffer into, long at) throws IOException {
                    touch("read");
                    return super.read(into, at);
                }
            };
        }

        @Override
        void move(Path from, Path to) throws IOException {
            touch("move");
            super.move(from, to);
        }

        @Override
        boolean delete(Path file) throws IOException {
            touch("delete");
            return super.delete(file);
        }
    }

    private static boolean mount(Path at, String size) {
        return run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", at.toString());
    }

    private static boolean run(String... command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
