package perennial.video;

/** The kinds of media file taken in. The kind fixes how FFmpeg reads a file; it never guesses. */
public enum Container {
    /** Pictures and sound. */
    MP4,
    /** Sound alone; the same format inside. */
    M4A;

    /** The one FFmpeg demuxer allowed to open it. */
    String demuxer() {
        return "mov";
    }
}
