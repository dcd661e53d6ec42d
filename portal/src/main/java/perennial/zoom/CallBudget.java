package perennial.zoom;

import java.time.Instant;

/** Spaces the calls to one Zoom account, whoever makes them. Zoom's own limits are per account, for all its apps. */
public interface CallBudget {
    /** Of a caller that has nobody to share with. */
    CallBudget NONE = new CallBudget() {
        @Override
        public void await(CallKind kind) {
            // Nothing is counted.
        }

        @Override
        public void told(CallKind kind, Limit limit) {
            // Nothing is spaced.
        }
    };

    /** What a reply says about limits. */
    sealed interface Limit {
        /** So many calls a second are allowed. */
        record PerSecond(int calls) implements Limit {}

        /**
         * Too much: silence until then.
         *
         * @param perDay what a day allows; 0 when this is not about the day
         */
        record Until(Instant moment, int perDay) implements Limit {}
    }

    /**
     * Waits for the call's turn.
     *
     * @throws ZoomException.Throttled if that is not soon
     */
    void await(CallKind kind);

    /** Takes note of what Zoom said. */
    void told(CallKind kind, Limit limit);
}
