package perennial;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints a sentence in place of a stack trace. */
class UnknownKeyAnalyzer extends AbstractFailureAnalyzer<UnknownKey> {
    @Override
    protected FailureAnalysis analyze(Throwable root, UnknownKey cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()), "Correct the key, or remove it from the configuration.", cause);
    }
}
