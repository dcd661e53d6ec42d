package perennial.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the portal needs of a PostgreSQL, checked before the schema is touched. */
final class RequiredDatabase {
    private static final int OLDEST_VERSION = 15;
    private static final List<String> EXTENSIONS = List.of("pg_trgm", "unaccent");

    private RequiredDatabase() {}

    /** @throws DatabaseUnusable in a sentence, when the server is away, too old, or lacks an extension */
    static void check(DatabaseServer server) {
        try (var connection = connect(server)) {
            var version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST_VERSION) {
                throw new DatabaseUnusable(
                        "The database is PostgreSQL %d; the portal needs %d or newer"
                                .formatted(version, OLDEST_VERSION),
                        "Let perennial.database.url point to a newer server.");
            }
            var missing = missingExtensions(connection);
            if (!missing.isEmpty()) {
                throw new DatabaseUnusable(
                        "The PostgreSQL server has no extension " + String.join(", ", missing),
                        "Install PostgreSQL's contrib package on that server.");
            }
        } catch (SQLException e) {
            throw new DatabaseUnusable(
                    "The database %s does not let us in: %s".formatted(server.url(), e.getMessage()),
                    "Check perennial.database.url, perennial.database.username and perennial.database.password, and that the"
                            + " server is up.",
                    e);
        }
    }

    private static Connection connect(DatabaseServer server) throws SQLException {
        var login = server.login();
        login.setProperty("connectTimeout", "10");
        return DriverManager.getConnection(server.url(), login);
    }

    private static List<String> missingExtensions(Connection connection) throws SQLException {
        var missing = new ArrayList<>(EXTENSIONS);
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select name from pg_available_extensions")) {
            while (row.next()) {
                missing.remove(row.getString(1));
            }
        }
        return missing;
    }
}
