package perennial.sync;

/** Whose the imported items become. */
public enum PublishAs {
    /** Of whoever last changed the settings or switched on. */
    ME,
    /** Of the meeting's host. */
    ZOOM_USER;

    /** The word of the API. */
    public String word() {
        return Word.of(this);
    }
}
