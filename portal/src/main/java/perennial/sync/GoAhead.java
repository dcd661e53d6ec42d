package perennial.sync;

import perennial.jobs.Lease;

/**
 * Leave to go on fetching. It is lost with the lease, and when somebody presses "Stop now".
 *
 * @param cuts {@link Holds#cuts} when the attempt began
 */
record GoAhead(Lease lease, Holds holds, ConnectionId connection, long cuts) {
    /** Somebody stopped it; what came is kept and goes on from there. */
    static final class StoppedNow extends RuntimeException {}

    static GoAhead from(Lease lease, Holds holds, ConnectionId connection) {
        return new GoAhead(lease, holds, connection, holds.cuts(connection));
    }

    /**
     * Joins the caller's transaction.
     *
     * @throws perennial.jobs.LostLease if another node has the work now
     * @throws StoppedNow if it was stopped since
     */
    void check() {
        lease.check();
        if (holds.cuts(connection) != cuts) throw new StoppedNow();
    }
}
