package zoomsim.fault;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing that can go wrong with a request. */
public sealed interface Fault {
    /**
     * 429.
     *
     * @param retryAfter the daily limit is used up until then; null for the limit per second, which names no time
     */
    record TooManyRequests(@Nullable Instant retryAfter) implements Fault {}

    /** A reply with that status, 500 and above, and no word why. */
    record ServerError(int status) implements Fault {}

    /** The connection ends after that many bytes of the body. */
    record Cut(long afterBytes) implements Fault {}

    /** 401, code 124: the token is refused as expired. */
    record TokenExpired() implements Fault {}

    /** 200 with a page for people where a file was asked for. */
    record HtmlPage() implements Fault {}

    /** Nothing is sent for that long; with {@code afterBytes} above 0 it happens inside the body. */
    record Stall(long afterBytes, Duration time) implements Fault {}

    /** The body comes slowly. */
    record Throttle(long bytesPerSecond) implements Fault {}

    /** The whole file comes with 200 though a part of it was asked for. */
    record IgnoreRange() implements Fault {}
}
