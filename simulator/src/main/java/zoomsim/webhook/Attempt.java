package zoomsim.webhook;

import java.time.Instant;

/**
 * One try to deliver one event.
 *
 * @param number from 1; later ones repeat the same call
 * @param at in simulated time
 * @param status the receiver's HTTP status; 0 when nobody answered within 3 seconds
 */
public record Attempt(String requestId, String event, int number, Instant at, int status) {
    /** 200 and 204 are well; 500 and above, or silence, is worth another try; the rest is given up. */
    boolean toBeRepeated() {
        return status == 0 || status >= 500;
    }
}
