package perennial.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import perennial.PortalTest;

/** An fsync that fails while the next bytes are written: nothing of the file may count as durable afterwards. */
class FailedSyncTest extends PortalTest {
    @Autowired
    Parts parts;

    @TempDir
    Path folder;

    private final BlobId id = BlobId.random();
    private FailingDisk disk;
    private BlobWriter writer;

    @BeforeEach
    void oneStretchIsOnItsWay() throws Exception {
        var layout = new Layout(folder);
        Files.createDirectories(layout.parts());
        disk = new FailingDisk(FileChannel.open(
                layout.part(id), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
        var owner = UUID.randomUUID();
        parts.open(id, owner);
        var real = new Disk();
        var part = new PartFile(id, disk, new Trail(real, layout.trail(id)), new Trail.Kept(0, null), real, layout);
        writer = new FolderWriter(id, owner, part, parts, 0, FolderWriter.BETWEEN_SYNCS);
        writer.write(some(8));
    }

    @Test
    void isHeardBeforeTheNextStretchBegins() throws Exception {
        disk.fail();
        assertThatThrownBy(() -> writer.write(some(8))).isInstanceOf(StorageException.NotDurable.class);
        assertNothingIsKept();
    }

    @Test
    void isHeardAtTheEnd() throws Exception {
        disk.fail();
        assertThatThrownBy(writer::seal).isInstanceOf(StorageException.NotDurable.class);
        assertNothingIsKept();
    }

    @Test
    void isHeardByAWriterThatIsInterruptedMeanwhile() throws Exception {
        var waiting = Thread.currentThread();
        Thread.ofPlatform().start(() -> {
            while (waiting.getState() != Thread.State.WAITING) Thread.onSpinWait();
            disk.fail();
        });
        waiting.interrupt();
        assertThatThrownBy(writer::seal).isInstanceOf(StorageException.NotDurable.class);
        assertThat(Thread.interrupted())
                .as("it is still known that it was interrupted")
                .isTrue();
        assertNothingIsKept();
    }

    private void assertNothingIsKept() throws Exception {
        writer.close();
        assertThat(parts.open(id, UUID.randomUUID()).durable()).isZero();
        assertThat(new Layout(folder).part(id)).doesNotExist();
        assertThat(new Layout(folder).trail(id)).doesNotExist();
    }

    private static ByteBuffer some(int mebibytes) {
        return ByteBuffer.allocate(mebibytes << 20);
    }
}
