package perennial.web;

import jakarta.servlet.http.HttpServletResponse;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells whether a request failed because the database does not answer, which passes and is nobody's mistake. */
final class DatabaseAway {
    /** Of PostgreSQL: it is being shut down, it crashed, it is still starting, its connections are used up. */
    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "53300");

    private static final int DEEPEST = 20;
    private static final String RETRY_AFTER_SECONDS = "30";

    private DatabaseAway() {}

    /** What to say instead of what was thrown; null when it was something else. */
    static @Nullable PortalException instead(@Nullable Object thrown) {
        var cause = thrown instanceof Throwable known ? known : null;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof SQLException sql && away(sql)) return problem();
            cause = cause.getCause();
        }
        return null;
    }

    /** Gives an answer the status, and when to come back. */
    static void mark(HttpServletResponse response) {
        response.setStatus(503);
        response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
    }

    private static boolean away(SQLException e) {
        var state = String.valueOf(e.getSQLState());
        return state.startsWith("08")
                || STATES.contains(state)
                || e instanceof SQLTransientConnectionException
                || e instanceof SQLNonTransientConnectionException;
    }

    private static PortalException problem() {
        return new PortalException(
                503,
                "database-away",
                "The database does not answer just now",
                "Your last step was not saved, and nothing is lost: the work goes on by itself when the database is back."
                        + " Try again in a minute.");
    }
}
