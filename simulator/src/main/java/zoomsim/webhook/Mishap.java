package zoomsim.webhook;

import java.time.Duration;

/** What can happen to an event on its way. */
public sealed interface Mishap {
    /** It is never sent. */
    record Lost() implements Mishap {}

    /** It is sent twice at once, under the same signature. */
    record Doubled() implements Mishap {}

    /** It is sent that much later, with the timestamp of then. */
    record Late(Duration by) implements Mishap {}

    /** It waits until the next event has gone. */
    record Overtaken() implements Mishap {}

    /** It is signed with another secret. */
    record Forged() implements Mishap {}

    /** Its body is changed after it was signed. */
    record Altered() implements Mishap {}

    /** Its timestamp lies that much in the past, or in the future where negative; rightly signed. */
    record Stale(Duration by) implements Mishap {}
}
