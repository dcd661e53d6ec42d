package perennial.zoom;

import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps the token of one access. Callers that need a new one at the same time share one request, and its failure. */
final class Tokens {
    private final Supplier<Token> source;
    private final InstantSource clock;

    private @Nullable Token latest;
    private @Nullable CompletableFuture<Token> coming;

    Tokens(Supplier<Token> source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    /** One that is good for some minutes at least. */
    Token current() {
        return get(token -> clock.instant().isBefore(token.renewAt()));
    }

    /** Another one than {@code rejected}, which Zoom no longer takes. */
    Token insteadOf(Token rejected) {
        return get(token ->
                !token.value().equals(rejected.value()) && clock.instant().isBefore(token.renewAt()));
    }

    /** One just made: scopes are fixed when a token is made, so only a new one shows what was ticked since. */
    Token fresh() {
        return get(token -> false);
    }

    private Token get(Predicate<Token> good) {
        CompletableFuture<Token> wanted;
        boolean mine = false;
        synchronized (this) {
            if (latest != null && good.test(latest)) return latest;
            if (coming == null) {
                coming = new CompletableFuture<>();
                mine = true;
            }
            wanted = coming;
        }
        if (mine) fetch(wanted);
        return join(wanted);
    }

    private void fetch(CompletableFuture<Token> wanted) {
        try {
            var token = source.get();
            synchronized (this) {
                latest = token;
                coming = null;
            }
            wanted.complete(token);
        } catch (RuntimeException | Error e) {
            synchronized (this) {
                coming = null;
            }
            wanted.completeExceptionally(e);
        }
    }

    private static Token join(CompletableFuture<Token> wanted) {
        try {
            return wanted.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) throw failure;
            throw e;
        }
    }
}
