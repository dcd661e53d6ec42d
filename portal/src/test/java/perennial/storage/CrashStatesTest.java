package perennial.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.FileSystemUtils;
import perennial.PortalTest;

/**
 * R3: a blob is written while the disk keeps a log; then the power goes at each moment of it, and the disk comes back in any
 * of the states that are legal then. Whatever it holds, what is kept is right to the byte, writing goes on from there, and a
 * blob that was told to be whole is whole. The short form takes some of the states, the full one ({@code
 * -Dperennial.full=true}) thousands.
 */
class CrashStatesTest extends PortalTest {
    private static final boolean FULL = Boolean.getBoolean("perennial.full");
    private static final long SEED = Long.getLong("perennial.seed", System.nanoTime() % 1_000_000);
    private static final int STATES = FULL ? 1_500 : 60;
    private static final int CHUNK = 512;
    private static final int CHUNKS = 24;
    private static final int BETWEEN_SYNCS = 4 * CHUNK;

    @Autowired
    Parts parts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @TempDir
    Path folder;

    private final BlobId id = BlobId.random();
    private final Version first = Version.of("\"first\"", 1);
    private final Version second = Version.of("\"second\"", 2);
    private final DiskLog log = new DiskLog();
    private FolderStore store;

    /** What the source sends, and under which name if it gives one. */
    private static final class Version {
        private final @Nullable String name;
        private final byte[] bytes;

        Version(@Nullable String name, byte[] bytes) {
            this.name = name;
            this.bytes = bytes;
        }

        static Version of(String name, long seed) {
            var bytes = new byte[CHUNK * CHUNKS];
            new Random(seed).nextBytes(bytes);
            return new Version(name, bytes);
        }
    }

    /** How the blob comes about. */
    enum History {
        IN_ONE_GO {
            @Override
            BlobWriter write(CrashStatesTest test) throws IOException {
                var writer = test.begin(test.first);
                test.write(writer, test.first, CHUNKS);
                return writer;
            }
        },
        WITHOUT_A_NAME {
            @Override
            BlobWriter write(CrashStatesTest test) throws IOException {
                var writer = test.begin(test.unnamed());
                test.write(writer, test.unnamed(), CHUNKS);
                return writer;
            }
        },
        INTERRUPTED_AND_RESUMED {
            @Override
            BlobWriter write(CrashStatesTest test) throws IOException {
                try (var writer = test.begin(test.first)) {
                    test.write(writer, test.first, 10);
                }
                var writer = test.store.write(test.id);
                test.write(writer, test.first, CHUNKS);
                return writer;
            }
        },
        BEGUN_ANEW_WITH_ANOTHER_VERSION {
            @Override
            BlobWriter write(CrashStatesTest test) throws IOException {
                var writer = test.begin(test.first);
                test.write(writer, test.first, 10);
                writer.restart();
                writer.validator(test.second.name);
                test.write(writer, test.second, CHUNKS);
                return writer;
            }
        },
        /** The first writer's node froze; it holds the file open and never comes back. */
        TAKEN_OVER {
            @Override
            BlobWriter write(CrashStatesTest test) throws IOException {
                var frozen = test.begin(test.first);
                test.write(frozen, test.first, 10);
                test.frozen = frozen;
                var writer = test.store.write(test.id);
                test.write(writer, test.first, CHUNKS);
                return writer;
            }
        };

        abstract BlobWriter write(CrashStatesTest test) throws IOException;
    }

    private @Nullable BlobWriter frozen;

    @BeforeEach
    void open() throws IOException {
        store = new FolderStore(folder.resolve("logged"), new LoggedParts(), any -> false, log, BETWEEN_SYNCS);
    }

    @AfterEach
    void thaw() throws IOException {
        if (frozen != null) frozen.close();
    }

    private Version unnamed() {
        return new Version(null, first.bytes);
    }

    private Version last(History history) {
        return switch (history) {
            case BEGUN_ANEW_WITH_ANOTHER_VERSION -> second;
            case WITHOUT_A_NAME -> unnamed();
            default -> first;
        };
    }

    private BlobWriter begin(Version version) throws IOException {
        var writer = store.write(id);
        writer.validator(version.name);
        return writer;
    }

    private void write(BlobWriter writer, Version version, int chunks) throws IOException {
        while (writer.position() < (long) chunks * CHUNK) {
            int from = (int) writer.position();
            int length = Math.min(CHUNK, chunks * CHUNK - from);
            writer.write(ByteBuffer.wrap(version.bytes, from, length));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whateverThePowerCutLeavesIsGoneOnFrom(History history) throws Exception {
        var logged = folder.resolve("logged");
        try (var writer = history.write(this)) {
            writer.seal();
            log.add(new DiskLog.Sealed());
        }
        var steps = log.steps();
        var random = new Random(SEED);
        var seen = new HashSet<Integer>();
        for (int tries = 0; seen.size() < STATES && tries < 20 * STATES; tries++) {
            int moment = random.nextInt(steps.size() + 1);
            var state = CrashState.after(steps.subList(0, moment), random);
            if (!seen.add(state.key())) continue;
            assertThatCode(() -> recover(state, history, logged))
                    .as("seed %d, try %d, after step %d of %d", SEED, tries, moment, steps.size())
                    .doesNotThrowAnyException();
        }
        System.out.printf("R3 %s seed=%d steps=%d states=%d%n", history, SEED, steps.size(), seen.size());
        assertThat(seen).hasSizeGreaterThanOrEqualTo(FULL ? STATES / 2 : STATES);
    }

    private void recover(CrashState state, History history, Path logged) throws IOException {
        var place = folder.resolve("played");
        FileSystemUtils.deleteRecursively(place);
        state.playIn(place, logged);
        remember(state.row());
        var after = new FolderStore(place, parts, any -> false);
        var whole = last(history).bytes;
        if (state.sealed()) assertThat(Files.readAllBytes(after.localFile(id))).isEqualTo(whole);
        try (var writer = after.write(id)) {
            assertRight(writer, place);
            goOn(writer, last(history));
            assertThat(writer.seal().size()).isEqualTo(whole.length);
        }
        assertThat(Files.readAllBytes(after.localFile(id))).isEqualTo(whole);
        try (var left = Files.list(place.resolve("parts"))) {
            assertThat(left.filter(file -> !file.toString().endsWith(".draft"))).isEmpty();
        }
    }

    /** What is kept is the beginning of what the source sent under the name that goes with it. */
    private void assertRight(BlobWriter writer, Path place) throws IOException {
        int kept = (int) writer.position();
        if (kept == 0) return;
        var name = writer.validator();
        var version = Objects.equals(second.name, name) ? second : first;
        assertThat(Files.readAllBytes(new Layout(place).part(id)))
                .as("%d bytes of %s", kept, name)
                .isEqualTo(Arrays.copyOf(version.bytes, kept));
    }

    /** As a download does: on from there while the source still has that version. */
    private void goOn(BlobWriter writer, Version version) throws IOException {
        var kept = writer.validator();
        if (writer.position() > 0 && kept != null && !kept.equals(version.name)) writer.restart();
        writer.validator(version.name);
        write(writer, version, CHUNKS);
    }

    private void remember(Parts.@Nullable Progress row) {
        jdbc.sql("delete from blob_part where id = :id").param("id", id.value()).update();
        if (row == null) return;
        jdbc.sql("insert into blob_part (id, writer, durable_bytes, validator) values (:id, :writer, :durable, :name)")
                .param("id", id.value())
                .param("writer", UUID.randomUUID())
                .param("durable", row.durable())
                .param("name", row.validator())
                .update();
    }

    /** The database keeps what it has committed, so a power cut finds it as it was at that moment. */
    private final class LoggedParts extends Parts {
        LoggedParts() {
            super(jdbc, Clock.systemUTC(), transactions);
        }

        @Override
        Progress open(BlobId part, UUID writer) {
            var progress = super.open(part, writer);
            log.add(new DiskLog.Row(progress));
            return progress;
        }

        @Override
        boolean remember(BlobId part, UUID writer, long durable, @Nullable String validator) {
            boolean ours = super.remember(part, writer, durable, validator);
            if (ours) log.add(new DiskLog.Row(new Progress(durable, validator)));
            return ours;
        }
    }
}
