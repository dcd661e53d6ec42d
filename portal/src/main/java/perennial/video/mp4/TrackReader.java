package perennial.video.mp4;

import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One track while its tables are being read: {@code trak}, and what fragments add to it. */
final class TrackReader {
    private static final int SELF_CONTAINED = 1;

    private final Track.Kind kind;
    private final int id;
    private final long timescale;
    private final Geometry geometry;
    private final int language;
    private final SampleEntry entry;
    private final Edits edits;
    private final boolean selfContained;
    final SampleTable samples;
    /** Decode time of the first sample; above 0 only where fragments say so. */
    long startsAt;

    private TrackReader(
            Track.Kind kind,
            int id,
            long timescale,
            Geometry geometry,
            int language,
            SampleEntry entry,
            Edits edits,
            boolean selfContained,
            SampleTable samples) {
        this.kind = kind;
        this.id = id;
        this.timescale = timescale;
        this.geometry = geometry;
        this.language = language;
        this.entry = entry;
        this.edits = edits;
        this.selfContained = selfContained;
        this.samples = samples;
    }

    int id() {
        return id;
    }

    /** Null for a track that is neither pictures nor sound; its tables are looked at all the same. */
    static @Nullable TrackReader read(Box trak, long movieScale, long fileSize, Allowance allowance) throws DamagedMp4 {
        var mdia = trak.required("mdia");
        var minf = mdia.required("minf");
        var stbl = minf.required("stbl");
        var samples = TableReader.read(stbl, fileSize, allowance);
        var kind = kind(mdia.required("hdlr"));
        if (kind == null) return null;
        var tkhd = trak.required("tkhd").fields();
        boolean wideHeader = tkhd.int32() >>> 24 == 1;
        int id = tkhd.skip(wideHeader ? 16 : 8).int32();
        var geometry = geometry(tkhd.skip(wideHeader ? 12 : 8));
        var mdhd = mdia.required("mdhd").fields();
        boolean wide = mdhd.int32() >>> 24 == 1;
        long timescale = mdhd.skip(wide ? 16 : 8).uint32();
        if (timescale == 0 || timescale > Limits.TIMESCALE) throw new DamagedMp4("A track's clock does not run.");
        int language = mdhd.skip(wide ? 8 : 4).uint16();
        var edts = trak.child("edts");
        var elst = edts == null ? null : edts.child("elst");
        var edits = elst == null ? Edits.NONE : Edits.read(elst, movieScale, timescale);
        var entry = entry(kind, stbl.required("stsd"));
        return new TrackReader(kind, id, timescale, geometry, language, entry, edits, selfContained(minf), samples);
    }

    /** Absent if there is nothing in it. */
    Optional<Track> made(long fileSize) throws DamagedMp4 {
        samples.check(fileSize);
        if (samples.count() == 0) return Optional.empty();
        long longest = timescale * Limits.TRACK_SECONDS;
        var shown = Shown.of(samples);
        if (samples.end() > longest
                || shown.until() > longest
                || shown.from() < -longest
                || edits.lead() > longest
                || edits.mediaTime() > longest
                || startsAt > longest) {
            throw new DamagedMp4("A track claims to last for days.");
        }
        var moved = startsAt == 0 ? edits : edits.later(startsAt);
        return Optional.of(new Track(kind, id, timescale, geometry, language, entry, moved, selfContained, samples));
    }

    private static Track.@Nullable Kind kind(Box hdlr) throws DamagedMp4 {
        var fields = hdlr.fields().skip(8);
        return switch (fields.int32()) {
            case 0x76696465 -> Track.Kind.VIDEO; // vide
            case 0x736F756E -> Track.Kind.AUDIO; // soun
            default -> null;
        };
    }

    private static Geometry geometry(Fields tkhd) throws DamagedMp4 {
        tkhd.skip(16); // reserved, layer, group, volume
        var matrix = new ArrayList<Integer>();
        for (int i = 0; i < 9; i++) matrix.add(tkhd.int32());
        return new Geometry(matrix, tkhd.int32(), tkhd.int32());
    }

    private static SampleEntry entry(Track.Kind kind, Box stsd) throws DamagedMp4 {
        if (stsd.content().limit() < 8) throw new DamagedMp4("The box stsd is too short.");
        var entries = stsd.children(8);
        if (entries.isEmpty()) throw new DamagedMp4("A track does not say how it is coded.");
        var first = entries.getFirst();
        if (first.content().limit() > Limits.ENTRY_BYTES) throw new DamagedMp4("The box stsd is absurdly large.");
        return kind == Track.Kind.VIDEO ? VideoEntry.read(first) : AudioEntry.read(first);
    }

    private static boolean selfContained(Box minf) throws DamagedMp4 {
        var dref = minf.required("dinf").required("dref");
        if (dref.content().limit() < 8) throw new DamagedMp4("The box dref is too short.");
        for (var reference : dref.children(8)) {
            if ((reference.fields().int32() & SELF_CONTAINED) == 0) return false;
        }
        return true;
    }
}
