package perennial.sync;

/** Where one sync stands. */
enum RunState {
    RUNNING,
    PAUSED,
    FINISHED,
    ERROR,
    /** Ended before its end: switched off, or replaced by a newer one. */
    STOPPED
}
