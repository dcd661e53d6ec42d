package perennial.storage;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A JVM of its own that writes a blob and ends without a word at a given moment. */
final class WriterToKill {
    static final int LENGTH = 20 << 20;
    static final String VERSION = "\"v1\"";
    static final int KILLED = 137; // what a shell reports for kill -9

    /** When the writer dies, and how much the next one finds. */
    enum Moment {
        BEFORE_ANYTHING_IS_DURABLE(0, 0),
        WHILE_THE_SECOND_STRETCH_IS_ON_ITS_WAY(8 << 20, 16 << 20),
        /** Nothing is durable, but the source names its version, so what is left behind can be told to be right. */
        WITH_A_VERSION_THAT_HAS_A_NAME(3 << 20, 3 << 20),
        BETWEEN_RENAME_AND_ROW(LENGTH, LENGTH);

        final long atLeast;
        final long atMost;

        Moment(long atLeast, long atMost) {
            this.atLeast = atLeast;
            this.atMost = atMost;
        }
    }

    private WriterToKill() {}

    public static void main(String[] arguments) throws Exception {
        var moment = Moment.valueOf(arguments[0]);
        var id = BlobId.parse(arguments[1]);
        var database = new DriverManagerDataSource(arguments[3], arguments[4], arguments[5]);
        var parts =
                new Parts(JdbcClient.create(database), Clock.systemUTC(), new DataSourceTransactionManager(database));
        var store = new FolderStore(Path.of(arguments[2]), parts, blob -> false);
        var bytes = BlobStoreContract.someBytes(LENGTH);
        try (var writer = store.write(id)) {
            if (moment == Moment.WITH_A_VERSION_THAT_HAS_A_NAME) {
                writer.validator(VERSION);
                for (int i = 0; i < 3; i++) writer.write(ByteBuffer.wrap(bytes, i << 20, 1 << 20));
                Runtime.getRuntime().halt(KILLED);
            }
            writer.write(ByteBuffer.wrap(bytes, 0, 1 << 20));
            if (moment == Moment.BEFORE_ANYTHING_IS_DURABLE)
                Runtime.getRuntime().halt(KILLED);
            writer.write(ByteBuffer.wrap(bytes, 1 << 20, 7 << 20));
            writer.write(ByteBuffer.wrap(bytes, 8 << 20, 8 << 20));
            writer.write(ByteBuffer.wrap(bytes, 16 << 20, 4 << 20));
            if (moment == Moment.WHILE_THE_SECOND_STRETCH_IS_ON_ITS_WAY)
                Runtime.getRuntime().halt(KILLED);
            writer.seal();
            Runtime.getRuntime().halt(KILLED);
        }
    }
}
