package perennial.faults;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import perennial.database.TestServer;

/** What a portal's database holds, looked at from outside. */
record Tables(TestServer.Database database) {
    /** The number that a query answers with. */
    long count(String sql) throws SQLException {
        try (var connection = open();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The first column of each row to the second. */
    Map<String, String> pairs(String sql) throws SQLException {
        var pairs = new TreeMap<String, String>();
        try (var connection = open();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            while (row.next()) pairs.put(row.getString(1), row.getString(2));
        }
        return pairs;
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(database.url(), database.username(), database.password());
    }
}
