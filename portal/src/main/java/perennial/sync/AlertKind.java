package perennial.sync;

/** What Managers are told about (S15). */
enum AlertKind {
    /** The sync of a connection ends in Error. */
    ERROR,
    /** Something of ours is full or away. */
    PAUSED,
    /** Zoom's lists could not be read for a day. */
    NOTHING_FETCHED,
    /** A recording is parked as failed. */
    FAILED,
    /** Zoom itself is about to delete what is not here yet. */
    AUTO_DELETE,
    STORAGE;

    /** The word of the table and of the metric. */
    String word() {
        return Word.of(this);
    }
}
