package perennial.database;

import org.jspecify.annotations.Nullable;

/** A PostgreSQL to connect to. Closing it stops it if we started it. */
interface DatabaseServer extends AutoCloseable {
    /** For JDBC. */
    String url();

    @Nullable
    String username();

    @Nullable
    String password();

    @Override
    void close();
}
