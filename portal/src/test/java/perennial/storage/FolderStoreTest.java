package perennial.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
