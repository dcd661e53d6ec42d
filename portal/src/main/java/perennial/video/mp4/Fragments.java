package perennial.video.mp4;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads fragments ({@code moof}: ISO/IEC 14496-12, 8.8): each run of samples becomes a chunk of its track. */
final class Fragments {
    private static final int DATA_OFFSET = 1;
    private static final int FIRST_FLAGS = 4;
    private static final int DURATIONS = 0x100;
    private static final int SIZES = 0x200;
    private static final int FLAGS = 0x400;
    private static final int COMPOSITIONS = 0x800;
    private static final int BASE_IS_MOOF = 0x20000;
    private static final int NOT_SYNC = 0x10000;

    private final Map<Integer, TrackReader> tracks;
    private final Map<Integer, Defaults> defaults = new HashMap<>();
    private final Allowance allowance;
    /** Where the bytes of the run before ended. */
    private long dataEnd;

    /** What holds for samples that say nothing themselves. */
    private record Defaults(int duration, int size, int flags) {}

    /** @param allowance how many samples there may be; those of tracks that nobody reads count too */
    Fragments(Map<Integer, TrackReader> tracks, Allowance allowance) {
        this.tracks = tracks;
        this.allowance = allowance;
    }

    void defaults(Box mvex) throws DamagedMp4 {
        for (var trex : mvex.children()) {
            if (!trex.type().equals("trex")) continue;
            var fields = trex.fields().skip(4);
            int track = fields.int32();
            defaults.put(track, new Defaults(fields.skip(4).int32(), fields.int32(), fields.int32()));
        }
    }

    void read(Box moof, long moofStart) throws DamagedMp4 {
        dataEnd = moofStart;
        for (var traf : moof.children()) {
            if (traf.type().equals("traf")) track(traf, moofStart);
        }
    }

    private void track(Box traf, long moofStart) throws DamagedMp4 {
        var tfhd = traf.required("tfhd").fields();
        int flags = tfhd.int32();
        int id = tfhd.int32();
        var track = tracks.get(id);
        var fallback = defaults.getOrDefault(id, new Defaults(0, 0, 0));
        long base = (flags & BASE_IS_MOOF) != 0 ? moofStart : dataEnd;
        if ((flags & 1) != 0) base = tfhd.time(true);
        if ((flags & 2) != 0 && tfhd.int32() != 1 && track != null) track.samples.mixedEntries = true;
        int duration = (flags & 8) != 0 ? tfhd.int32() : fallback.duration;
        int size = (flags & 0x10) != 0 ? tfhd.int32() : fallback.size;
        int sampleFlags = (flags & 0x20) != 0 ? tfhd.int32() : fallback.flags;
        var here = new Defaults(duration, size, sampleFlags);
        if (track != null) begin(track, traf);
        dataEnd = base;
        for (var trun : traf.children()) {
            if (trun.type().equals("trun")) run(track == null ? null : track.samples, trun.fields(), here, base);
        }
    }

    /** Takes note of when the fragment is due: a jump ahead lengthens what was before. */
    private static void begin(TrackReader track, Box traf) throws DamagedMp4 {
        var tfdt = traf.child("tfdt");
        if (tfdt == null) return;
        var fields = tfdt.fields();
        long due = fields.time(fields.int32() >>> 24 == 1);
        var samples = track.samples;
        if (samples.count() == 0) {
            track.startsAt = due;
            return;
        }
        long gap = due - track.startsAt - samples.end();
        if (gap < 0) throw new DamagedMp4("A fragment goes back in time.");
        if (gap == 0) return;
        long stretched = Integer.toUnsignedLong(samples.durations.last()) + gap;
        if (stretched > Integer.toUnsignedLong(-1)) throw new DamagedMp4("There is an absurd gap before a fragment.");
        samples.durations.replaceLast((int) stretched);
    }

    private void run(@Nullable SampleTable into, Fields trun, Defaults defaults, long base) throws DamagedMp4 {
        int flags = trun.int32();
        long count = trun.uint32();
        int each = 4 * Integer.bitCount(flags & (DURATIONS | SIZES | FLAGS | COMPOSITIONS));
        long start = (flags & DATA_OFFSET) != 0 ? base + trun.int32() : dataEnd;
        int first = (flags & FIRST_FLAGS) != 0 ? trun.int32() : defaults.flags;
        if (count * each > trun.left()) throw new DamagedMp4("The box trun is too short.");
        allowance.take(count);
        long end = start;
        for (int i = 0; i < count; i++) {
            int duration = (flags & DURATIONS) != 0 ? trun.int32() : defaults.duration;
            int size = (flags & SIZES) != 0 ? trun.int32() : defaults.size;
            int sampleFlags = (flags & FLAGS) != 0 ? trun.int32() : i == 0 ? first : defaults.flags;
            int composition = (flags & COMPOSITIONS) != 0 ? trun.int32() : 0;
            if (size < 0) throw new DamagedMp4("The file has a sample of absurd size.");
            end += size;
            if (into != null) add(into, duration, size, composition, (sampleFlags & NOT_SYNC) == 0);
        }
        if (into != null && count > 0) {
            into.chunkOffsets.add(start);
            into.chunkSamples.add((int) count);
        }
        dataEnd = end;
    }

    private static void add(SampleTable into, int duration, int size, int composition, boolean sync) {
        into.durations.add(1, duration);
        if (composition != 0 && !into.reorders()) into.compositions.add(into.count(), 0);
        into.sizes.add(size);
        if (composition != 0 || into.reorders()) into.compositions.add(1, composition);
        if (into.sync == null && !sync) into.sync = all(into.count() - 1);
        if (into.sync != null && sync) into.sync.add(into.count());
    }

    private static IntList all(int count) {
        var numbers = new IntList();
        for (int i = 1; i <= count; i++) numbers.add(i);
        return numbers;
    }
}
