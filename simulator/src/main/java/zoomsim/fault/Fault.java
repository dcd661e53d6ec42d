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

    /** 404, code 1001: the user is unknown, whatever was asked for. */
    record UnknownUser() implements Fault {}

    /** The connection ends after that many bytes of the body. */
    record Cut(long afterBytes) implements Fault {}

    /** What was asked for is done, and the connection ends before a word of the answer. */
    record LostAnswer() implements Fault {}

    /** 401, code 124: the token is refused as expired. */
    record TokenExpired() implements Fault {}

    /** 400, code 300: the token of a next page is refused, as 15 minutes later. Requests for a first page pass. */
    record PageTokenExpired() implements Fault {}

    /**
     * The length that is announced differs from the bytes that come, by {@code by}: above 0 the connection ends early,
     * below 0 the body is cut.
     */
    record WrongLength(long by) implements Fault {}

    /** The file looks like another one: its ETag is not that of before. */
    record ChangedETag() implements Fault {}

    /** 200 with a page for people where a file was asked for. */
    record HtmlPage() implements Fault {}

    /** Nothing is sent for that long; with {@code afterBytes} above 0 it happens inside the body. */
    record Stall(long afterBytes, Duration time) implements Fault {}

    /** The body comes slowly. */
    record Throttle(long bytesPerSecond) implements Fault {}

    /** The whole file comes with 200 though a part of it was asked for. */
    record IgnoreRange() implements Fault {}
}
