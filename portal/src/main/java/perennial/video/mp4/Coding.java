package perennial.video.mp4;

import org.jspecify.annotations.Nullable;

/** How the samples of a track are coded, for those who need not know the details. */
public final class Coding {
    private final SampleEntry entry;

    private Coding(SampleEntry entry) {
        this.entry = entry;
    }

    public static Coding of(Track track) {
        return new Coding(track.entry());
    }

    /** What keeps a track of {@code other} coding out of one track with this, in words; null: nothing. */
    public @Nullable String difference(Coding other) {
        if (entry instanceof VideoEntry one && other.entry instanceof VideoEntry two) return two.difference(one);
        if (entry instanceof AudioEntry one && other.entry instanceof AudioEntry two) return two.difference(one);
        return "other codec";
    }

    /** Whether pictures of both can share a track if parameter sets stand inside it. */
    public boolean canBeSpliced(Coding other) {
        return entry instanceof VideoEntry one
                && other.entry instanceof VideoEntry two
                && one.decoder().lengthBytes() == two.decoder().lengthBytes();
    }

    /** For pictures: one that knows the parameter sets of {@code other} too, which bear other numbers. */
    public Coding and(Coding other) {
        return new Coding(
                video().with(video().type(), video().decoder().and(other.video().decoder())));
    }

    /** For pictures: one whose parameter sets stand inside the samples. */
    public Coding spliced() {
        return new Coding(video().with("avc3", video().decoder()));
    }

    /** Whether a parameter set bears this number. */
    public boolean usesSet(int number) {
        return entry instanceof VideoEntry video && video.decoder().uses(number);
    }

    public int width() {
        return video().width();
    }

    public int height() {
        return video().height();
    }

    /** Profile of H.264 by its number: 66 baseline, 77 main, 100 high. */
    public int profile() {
        return video().decoder().profile();
    }

    /** Samples of sound a second. */
    public int rate() {
        return audio().decoder().rate();
    }

    public int channels() {
        return audio().decoder().channels();
    }

    VideoEntry video() {
        return (VideoEntry) entry;
    }

    AudioEntry audio() {
        return (AudioEntry) entry;
    }
}
