package perennial.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import perennial.PortalTest;

/** What every store promises; each kind of store extends this. */
abstract class BlobStoreContract extends PortalTest {
    private static final int MIB = 1 << 20;

    @Autowired
    Blobs blobs;

    /** The store under test. */
    abstract BlobStore store();

    @Test
    void givesBackWhatWasWritten() throws IOException {
        var bytes = someBytes(3 * MIB + 7);

        var blob = write(BlobId.random(), bytes);

        assertThat(blob.size()).isEqualTo(bytes.length);
        assertThat(blob.sha256())
                .isEqualTo(HexFormat.of().formatHex(Sha256.start().digest(bytes)));
        assertThat(read(blob.id())).isEqualTo(bytes);
        assertThat(Files.readAllBytes(store().localFile(blob.id()))).isEqualTo(bytes);
    }

    @Test
    void keepsAnEmptyBlob() throws IOException {
        var blob = write(BlobId.random(), new byte[0]);

        assertThat(blob.size()).isZero();
        assertThat(read(blob.id())).isEmpty();
    }

    @Test
    void resumesFromWhatCame() throws IOException {
        var id = BlobId.random();
        var bytes = someBytes(40 * MIB);
        try (var writer = store().write(id)) {
            writer.validator("\"v1\"");
            writer.write(ByteBuffer.wrap(bytes, 0, 16 * MIB));
            writer.write(ByteBuffer.wrap(bytes, 16 * MIB, 9 * MIB));
        }

        try (var writer = store().write(id)) {
            assertThat(writer.position()).isEqualTo(25L * MIB);
            assertThat(writer.validator()).isEqualTo("\"v1\"");
            writer.write(ByteBuffer.wrap(bytes, 25 * MIB, 15 * MIB));
            assertThat(writer.seal().sha256())
                    .isEqualTo(HexFormat.of().formatHex(Sha256.start().digest(bytes)));
        }
        assertThat(read(id)).isEqualTo(bytes);
    }

    @Test
    void beginsAgainOnRequest() throws IOException {
        var bytes = someBytes(1000);
        try (var writer = store().write(BlobId.random())) {
            writer.validator("old");
            writer.write(ByteBuffer.wrap(someBytes(17 * MIB)));
            writer.restart();

            assertThat(writer.position()).isZero();
            assertThat(writer.validator()).isNull();
            writer.write(ByteBuffer.wrap(bytes));
            var blob = writer.seal();
            assertThat(read(blob.id())).isEqualTo(bytes);
        }
    }

    @Test
    void takesBackABlobThatWasSealedButNeverRecorded() throws IOException {
        var id = BlobId.random();
        var bytes = someBytes(2 * MIB);
        write(id, bytes);

        try (var writer = store().write(id)) {
            assertThat(writer.position()).isEqualTo(bytes.length);
            var blob = writer.seal();
            blobs.record(blob);
        }
        assertThat(read(id)).isEqualTo(bytes);
        assertThat(blobs.find(id)).isPresent();
    }

    @Test
    void neverChangesARecordedBlob() throws IOException {
        var blob = write(BlobId.random(), someBytes(10));
        blobs.record(blob);

        assertThatThrownBy(() -> store().write(blob.id())).isInstanceOf(StorageException.AlreadyStored.class);
    }

    @Test
    void refusesAWriterWhoseBlobWasTakenOver() throws IOException {
        var id = BlobId.random();
        var bytes = someBytes(20 * MIB);
        try (var frozen = store().write(id)) {
            frozen.write(ByteBuffer.wrap(bytes, 0, 9 * MIB));
            frozen.write(ByteBuffer.wrap(bytes, 9 * MIB, 8 * MIB)); // not before the first stretch is durable
            try (var next = store().write(id)) {
                int from = (int) next.position();
                assertThat(from).isBetween(9 * MIB, 17 * MIB);
                next.write(ByteBuffer.wrap(bytes, from, 18 * MIB - from));

                assertThatThrownBy(() -> {
                            frozen.write(ByteBuffer.wrap(new byte[5 * MIB])); // goes nowhere
                            frozen.seal();
                        })
                        .isInstanceOf(StorageException.TakenOver.class);
                next.write(ByteBuffer.wrap(bytes, 18 * MIB, 2 * MIB));
                frozen.discard();
                next.seal();
            }
        }
        assertThat(read(id)).isEqualTo(bytes);
    }

    @Test
    void keepsNothingOfWhatIsDiscarded() throws IOException {
        var id = BlobId.random();
        try (var writer = store().write(id)) {
            writer.write(ByteBuffer.wrap(someBytes(17 * MIB)));
            writer.discard();
        }

        try (var writer = store().write(id)) {
            assertThat(writer.position()).isZero();
            writer.discard();
        }
        assertThat(store().delete(id)).isFalse();
    }

    @Test
    void saysWhatIsMissing() {
        var id = BlobId.random();

        assertThatThrownBy(() -> store().read(id)).isInstanceOf(StorageException.Missing.class);
        assertThatThrownBy(() -> store().localFile(id)).isInstanceOf(StorageException.Missing.class);
    }

    @Test
    void deletesOnceAndHarmlesslyTwice() throws IOException {
        var blob = write(BlobId.random(), someBytes(10));

        assertThat(store().delete(blob.id())).isTrue();
        assertThat(store().delete(blob.id())).isFalse();
        assertThatThrownBy(() -> store().read(blob.id())).isInstanceOf(StorageException.Missing.class);
    }

    @Test
    void listsWhatNobodyHasTouched() throws IOException {
        var blob = write(BlobId.random(), someBytes(10));

        assertThat(untouchedSince(Instant.now().plusSeconds(60))).contains(blob.id());
        assertThat(untouchedSince(Instant.now().minusSeconds(60))).doesNotContain(blob.id());
    }

    @Test
    void knowsItsRoom() throws IOException {
        assertThat(store().freeBytes()).isPositive();
    }

    Blob write(BlobId id, byte[] bytes) throws IOException {
        try (var writer = store().write(id)) {
            writer.write(ByteBuffer.wrap(bytes));
            return writer.seal();
        }
    }

    private byte[] read(BlobId id) throws IOException {
        try (var channel = store().read(id)) {
            return Channels.newInputStream(channel).readAllBytes();
        }
    }

    private List<BlobId> untouchedSince(Instant since) throws IOException {
        try (var all = store().untouchedSince(since)) {
            return all.toList();
        }
    }

    static byte[] someBytes(int count) {
        var bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }
}
