package perennial.video.mp4;

import org.jspecify.annotations.Nullable;

/**
 * One track of a file.
 *
 * @param timescale ticks a second of all its times
 * @param header its {@code tkhd}: geometry
 * @param language as packed in {@code mdhd}
 * @param entry how it is coded
 * @param edits what is shown when
 * @param selfContained whether its bytes are in the file itself
 */
public record Track(
        Kind kind,
        int id,
        long timescale,
        Geometry header,
        int language,
        SampleEntry entry,
        Edits edits,
        boolean selfContained,
        SampleTable samples) {
    /** The two kinds that are joined. */
    public enum Kind {
        VIDEO,
        AUDIO
    }

    /** How its pictures are coded; null for sound and for codecs other than H.264. */
    @Nullable
    VideoEntry video() {
        return entry instanceof VideoEntry video ? video : null;
    }

    /** How its sound is coded; null for pictures and for codecs other than AAC. */
    @Nullable
    AudioEntry audio() {
        return entry instanceof AudioEntry audio ? audio : null;
    }

    /** In seconds. */
    public double seconds() {
        return (double) samples.end() / timescale;
    }

    /** In pixels, as it is shown; 0 for sound. */
    public int width() {
        return header.width() >>> 16;
    }

    /** In pixels, as it is shown; 0 for sound. */
    public int height() {
        return header.height() >>> 16;
    }

    /** How many pictures or frames of sound it has. */
    public int count() {
        return samples.count();
    }

    /** From the decode time 0 of its samples to the moment its segment begins, in its ticks: below 0 for one that begins late. */
    long origin() {
        return edits.mediaTime() - edits.lead();
    }

    /** The greatest moment until which a sample is shown, as a decode time: in its ticks. */
    long shownUntil() {
        return Shown.of(samples).until();
    }

    /** The least moment at which a sample is shown, as a decode time. */
    long shownFrom() {
        return Shown.of(samples).from();
    }
}
