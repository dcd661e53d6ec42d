package perennial.secrets;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints a sentence in place of a stack trace. */
class BadSecretKeyAnalyzer extends AbstractFailureAnalyzer<BadSecretKey> {
    @Override
    protected FailureAnalysis analyze(Throwable root, BadSecretKey cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Give back the key this portal was started with first. A new one is made with: openssl rand -base64 32",
                cause);
    }
}
