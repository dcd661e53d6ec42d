package perennial.video.mp4;

/** How the samples of a track are coded: one entry of {@code stsd}. */
sealed interface SampleEntry permits VideoEntry, AudioEntry, SampleEntry.Other {
    /** The four letters of the coding. */
    String type();

    /** A coding that is not joined as it is. */
    record Other(String type) implements SampleEntry {}

    /** Whether its samples are encrypted. */
    default boolean encrypted() {
        return type().equals("encv") || type().equals("enca");
    }
}
