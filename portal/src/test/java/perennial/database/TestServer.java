package perennial.database;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import org.awaitility.core.ConditionTimeoutException;

/**
 * The PostgreSQL of the tests: the product's own embedded server, one per JVM, its data folder kept under {@code target}
 * so that only the first run pays for making it.
 */
public final class TestServer {
    /** Where the programs are unpacked, once for all tests. */
    public static final Path TOOLS = Path.of("target", "tools").toAbsolutePath();

    private static final TestServer INSTANCE = new TestServer();

    private final EmbeddedPostgres server;

    /** A database that no other test uses. */
    public record Database(String url, String username, String password) {}

    private TestServer() {
        server = start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        dropLeftovers();
    }

    /** Makes an empty database. */
    public static Database freshDatabase() {
        var name = "test_" + UUID.randomUUID().toString().replace("-", "");
        INSTANCE.run("create database " + name);
        return new Database(INSTANCE.server.url(name), INSTANCE.server.username(), INSTANCE.server.password());
    }

    /** The first folder that no other test run holds at this moment. */
    private static EmbeddedPostgres start() {
        for (var n = 1; ; n++) {
            var folder = Path.of("target", "postgres-" + n).toAbsolutePath();
            if (!taken(folder)) return EmbeddedPostgres.start(folder, TOOLS);
        }
    }

    private static boolean taken(Path folder) {
        try {
            Files.createDirectories(folder);
            FolderLock.take(folder).acquiredBy().close();
            return false;
        } catch (DatabaseUnusable e) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hooks run side by side, and the portals of the tests need their database until they have stopped. */
    private void stop() {
        try {
            await().atMost(Duration.ofSeconds(20)).pollDelay(Duration.ZERO).until(() -> users() == 0);
        } catch (ConditionTimeoutException e) {
            System.err.println("Portals of tests are still at work, and lose their database now.");
        } finally {
            server.close();
        }
    }

    private int users() {
        try (var connection = connect();
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery("select count(*) from pg_stat_activity where datname like 'test\\_%'")) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void dropLeftovers() {
        var names = new ArrayList<String>();
        try (var connection = connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select datname from pg_database where datname like 'test\\_%'")) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        names.forEach(name -> run("drop database %s with (force)".formatted(name)));
    }

    private void run(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(server.url(), server.username(), server.password());
    }
}
