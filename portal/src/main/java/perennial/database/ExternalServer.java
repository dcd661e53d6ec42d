package perennial.database;

import org.jspecify.annotations.Nullable;

/** The operator's own PostgreSQL. */
record ExternalServer(
        String url, @Nullable String username, @Nullable String password) implements DatabaseServer {
    @Override
    public void close() {
        // not ours to stop
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "ExternalServer[url=%s, username=%s]".formatted(url, username);
    }
}
