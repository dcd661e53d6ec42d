package perennial.people.web;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import perennial.people.ApiTokens;
import perennial.people.Scope;

/**
 * A line of the account page's table of tokens.
 *
 * @param over whether it has ended
 */
public record TokenRow(
        String id,
        String name,
        String scopes,
        boolean over,
        @Nullable Instant expires,
        @Nullable Instant used) {

    static TokenRow of(ApiTokens.Line line, Instant now) {
        var widest = line.scopes().stream().max(Comparator.naturalOrder()).orElse(Scope.READ);
        return new TokenRow(
                line.id().toString(), line.name(), words(widest), line.over(now), line.expires(), line.used());
    }

    static String words(Scope widest) {
        return switch (widest) {
            case READ -> "Read";
            case WRITE -> "Read and write";
            case ADMIN -> "Everything you may";
        };
    }
}
