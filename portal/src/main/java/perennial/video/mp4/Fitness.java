package perennial.video.mp4;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Whether a track can be joined as it lies in its file, and if not, what it takes. */
public record Fitness(Remedy remedy, String reason) {
    private static final int MOST_UNITS = 64;
    private static final int IDR = 5;
    /** Run-up of sound that is no hidden content, in frames. */
    private static final int RUN_UP = 3;

    /** What it takes, the cheapest first. */
    public enum Remedy {
        NONE,
        /** The same samples in a file of their own, with plain tables. */
        REMUX,
        ENCODE,
        /** Nothing helps. */
        REFUSE
    }

    /** Nothing need be done. */
    public static final Fitness FIT = new Fitness(Remedy.NONE, "");

    /**
     * Looks at a track's tables and, of pictures, into its first one.
     *
     * @param first whether the track is the first of its kind in the joined video
     */
    public static Fitness of(Track track, ByteSource source, boolean first) throws IOException {
        if (track.entry().encrypted()) return new Fitness(Remedy.REFUSE, "it is encrypted");
        if (!track.selfContained()) return new Fitness(Remedy.REFUSE, "its bytes are in another file");
        var coded = track.kind() == Track.Kind.VIDEO ? pictures(track, source, first) : sound(track);
        if (coded.remedy().compareTo(Remedy.REMUX) > 0) return coded;
        if (track.samples().mixedEntries) return new Fitness(Remedy.ENCODE, "it changes its coding on the way");
        var timed = times(track);
        return timed.remedy() == Remedy.NONE ? coded : timed;
    }

    private static Fitness pictures(Track track, ByteSource source, boolean first) throws IOException {
        var entry = track.video();
        if (entry == null)
            return new Fitness(Remedy.ENCODE, "codec " + printable(track.entry().type()));
        if (entry.decoder().lengthBytes() != 4) return new Fitness(Remedy.ENCODE, "short lengths of units");
        if (!track.samples().startsWithSync() || (!first && !startsAfresh(track, source))) {
            return new Fitness(Remedy.ENCODE, "does not begin with a whole picture");
        }
        return FIT;
    }

    private static Fitness sound(Track track) {
        var entry = track.audio();
        if (entry == null)
            return new Fitness(Remedy.ENCODE, "codec " + printable(track.entry().type()));
        if (!AudioEntry.plain(entry)) return new Fitness(Remedy.ENCODE, "other than plain AAC");
        if (track.timescale() != entry.decoder().rate()) return new Fitness(Remedy.REMUX, "odd clock");
        if (track.samples().reorders()) return new Fitness(Remedy.REMUX, "odd order");
        if (SoundGrid.of(track.samples(), entry.decoder().frame()) == null) {
            return new Fitness(Remedy.ENCODE, "frames overlap");
        }
        return FIT;
    }

    /**
     * What an edit hides must not come to light by the join. Copying does not help: FFmpeg keeps a hidden picture or more at
     * each cut.
     */
    private static Fitness times(Track track) {
        var edits = track.edits();
        if (!edits.plain()) return new Fitness(Remedy.ENCODE, "it is cut by an edit list");
        var audio = track.audio();
        long sample = track.samples().end() / Math.max(1, track.count()) + 1;
        long free = audio == null
                ? Math.max(0, track.shownFrom())
                : (long) RUN_UP * audio.decoder().frame();
        if (edits.mediaTime() > free) return new Fitness(Remedy.ENCODE, "its beginning is hidden");
        long slack = audio == null ? 2 * sample : 2L * audio.decoder().frame();
        if (edits.length() > 0 && edits.mediaTime() + edits.length() < track.shownUntil() - slack) {
            return new Fitness(Remedy.ENCODE, "its end is hidden");
        }
        return FIT;
    }

    /** Whether the first picture lets go of all before it (an IDR picture), so that it may follow anything. */
    private static boolean startsAfresh(Track track, ByteSource source) throws IOException {
        long at = track.samples().chunkOffsets.get(0);
        long end = at + track.samples().sizes.get(0);
        var header = ByteBuffer.allocate(5);
        for (int i = 0; i < MOST_UNITS && at + header.capacity() <= end; i++) {
            source.read(at, header.clear());
            int type = header.get(4) & 31;
            if (type >= 1 && type <= IDR) return type == IDR;
            at += 4 + Integer.toUnsignedLong(header.getInt(0));
        }
        return false;
    }

    private static String printable(String type) {
        return type.matches("[ -~]+") ? type : "unknown";
    }

    /** How much of the bytes between a track's first and last are its own, from 0 to 1. */
    public static double density(@Nullable Track track) {
        if (track == null) return 1;
        var hull = Hull.of(track.samples());
        return (double) hull.used() / Math.max(1, hull.to() - hull.from());
    }
}
