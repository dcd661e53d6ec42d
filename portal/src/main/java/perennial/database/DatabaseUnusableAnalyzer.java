package perennial.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints two sentences in place of a stack trace. */
class DatabaseUnusableAnalyzer extends AbstractFailureAnalyzer<DatabaseUnusable> {
    @Override
    protected FailureAnalysis analyze(Throwable root, DatabaseUnusable cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.action(), cause);
    }
}
