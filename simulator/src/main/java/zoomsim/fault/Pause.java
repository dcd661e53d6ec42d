package zoomsim.fault;

import java.time.Duration;

/** Waits; ends early when the simulator is closed. */
final class Pause {
    private Pause() {}

    static void of(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
