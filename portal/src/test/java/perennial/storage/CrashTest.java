package perennial.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import perennial.PortalTest;

/** A writer is killed, as by {@code kill -9}, at each of the moments between which something becomes durable. */
class CrashTest extends PortalTest {
    @Autowired
    BlobStore store;

    @Autowired
    Blobs blobs;

    @Autowired
    StorageProperties properties;

    @Autowired
    Environment environment;

    @ParameterizedTest
    @EnumSource
    void goesOnFromWhereTheWriterDiedAndLeavesNothingOver(WriterToKill.Moment moment) throws Exception {
        var id = BlobId.random();
        killWriter(moment, id);

        var bytes = BlobStoreContract.someBytes(WriterToKill.LENGTH);
        try (var writer = store.write(id)) {
            assertThat(writer.position()).isBetween(moment.atLeast, moment.atMost);
            if (moment == WriterToKill.Moment.WITH_A_VERSION_THAT_HAS_A_NAME) {
                assertThat(writer.validator()).isEqualTo(WriterToKill.VERSION);
            }
            var left = bytes.length - (int) writer.position();
            writer.write(ByteBuffer.wrap(bytes, (int) writer.position(), left));
            blobs.record(writer.seal());
        }

        assertThat(blobs.find(id).orElseThrow().sha256())
                .isEqualTo(HexFormat.of().formatHex(Sha256.start().digest(bytes)));
        assertThat(Files.readAllBytes(store.localFile(id))).isEqualTo(bytes);
        try (var parts = Files.list(new Layout(properties.folder()).parts())) {
            assertThat(parts).noneMatch(part -> part.toString().contains(id.toString()));
        }
    }

    private void killWriter(WriterToKill.Moment moment, BlobId id) throws Exception {
        var jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WriterToKill.class.getName(),
                        moment.name(),
                        id.toString(),
                        properties.folder().toString(),
                        environment.getRequiredProperty("perennial.database.url"),
                        environment.getRequiredProperty("perennial.database.username"),
                        environment.getRequiredProperty("perennial.database.password"))
                .inheritIO()
                .start();
        assertThat(jvm.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(jvm.exitValue()).as("killed").isEqualTo(WriterToKill.KILLED);
    }
}
