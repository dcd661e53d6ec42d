package perennial.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import perennial.PortalTest;
import perennial.SettableClock;

@Import({SettableClock.InPortal.class, OrphansTest.Owner.class})
class OrphansTest extends PortalTest {
    private static final Set<BlobId> OWNED = ConcurrentHashMap.newKeySet();

    @Autowired
    Orphans orphans;

    @Autowired
    BlobStore store;

    @Autowired
    Blobs blobs;

    @Autowired
    Parts parts;

    @Autowired
    SettableClock clock;

    @Autowired
    StorageProperties properties;

    @TestConfiguration(proxyBeanMethods = false)
    static class Owner {
        @Bean
        BlobUse owner() {
            return candidates -> candidates.stream().filter(OWNED::contains).collect(Collectors.toSet());
        }
    }

    @Test
    void removesAFileWithoutARowAfterADay() throws IOException {
        var blob = sealed();
        parts.forget(blob.id());

        age(blob.id(), Duration.ofHours(23));
        orphans.remove();
        assertThat(store.localFile(blob.id())).exists();

        age(blob.id(), Duration.ofHours(25));
        orphans.remove();
        assertThatThrownBy(() -> store.localFile(blob.id())).isInstanceOf(StorageException.Missing.class);
    }

    @Test
    void keepsARecordedBlobForEver() throws IOException {
        var blob = sealed();
        blobs.record(blob);
        age(blob.id(), Duration.ofDays(1000));

        orphans.remove();

        assertThat(store.localFile(blob.id())).exists();
    }

    @Test
    void removesAnUnfinishedPartOnlyWhenItsOwnerIsGone() throws IOException {
        var owned = unfinished();
        var left = unfinished();
        OWNED.add(owned);
        clock.advance(Duration.ofHours(25));

        orphans.remove();

        assertThat(part(owned)).exists();
        assertThat(part(left)).doesNotExist();
        OWNED.remove(owned);
        orphans.remove();
        assertThat(part(owned)).doesNotExist();
    }

    @Test
    void keepsAPartThatIsBeingWritten() throws IOException {
        var id = unfinished();
        clock.advance(Duration.ofHours(25));
        try (var writer = store.write(id)) {
            orphans.remove();

            writer.write(ByteBuffer.wrap(new byte[10]));
            assertThat(writer.seal().id()).isEqualTo(id);
        }
    }

    private Path part(BlobId id) {
        return new Layout(properties.folder()).part(id);
    }

    private BlobId unfinished() throws IOException {
        var id = BlobId.random();
        try (var writer = store.write(id)) {
            writer.write(ByteBuffer.wrap(new byte[17 << 20]));
        }
        return id;
    }

    private Blob sealed() throws IOException {
        try (var writer = store.write(BlobId.random())) {
            writer.write(ByteBuffer.wrap(new byte[10]));
            return writer.seal();
        }
    }

    private void age(BlobId id, Duration by) throws IOException {
        Files.setLastModifiedTime(
                store.localFile(id), FileTime.from(clock.instant().minus(by)));
    }
}
