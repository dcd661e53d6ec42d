package perennial.video.mp4;

/** What no recording needs, and a hostile file may not take. */
final class Limits {
    /** Boxes side by side at the top of a file; a fragmented recording of a day has some 200,000. */
    static final int TOP_BOXES = 500_000;
    /** The tables of a recording of 24 hours take some 60 MB. */
    static final int TABLES_BYTES = 96 << 20;
    /** The tables of one fragment. */
    static final int FRAGMENT_BYTES = 4 << 20;
    /** Of all tracks together: 24 hours at 60 pictures a second, with sound. */
    static final int SAMPLES = 10_000_000;

    static final int TRACKS = 32;
    /** How long one track may last, in seconds. */
    static final long TRACK_SECONDS = 48 * 3600;
    /** Silence put into the holes of one segment, in frames: more than an hour. */
    static final long HOLE_FRAMES = 200_000;
    /** Of the sound of a joined film, silence included: more than two days. */
    static final long JOINED_FRAMES = 10_000_000;
    /** The description of how a track is coded. */
    static final int ENTRY_BYTES = 64 << 10;

    static final int EDITS = 1000;
    /** Ticks a second. */
    static final long TIMESCALE = 1_000_000_000;
    /** Of the header of a joined file; some 10 million samples. */
    static final int HEADER_BYTES = 128 << 20;

    private Limits() {}
}
