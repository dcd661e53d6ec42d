package perennial.video.mp4;

/** Writes the tables of a joined track. */
final class TableWriter {
    private TableWriter() {}

    /** At most so many bytes they take. */
    static long size(JoinedTrack track) {
        return 4L * track.sizes.size()
                + 4L * track.sync.size()
                + 8L * (track.durations.size() + track.compositions.size())
                + 20L * track.chunkSamples.size();
    }

    /**
     * @param base where the payload begins
     * @param wide whether offsets take 64 bits
     */
    static void write(BoxWriter out, JoinedTrack track, Runnable entry, long base, boolean wide) {
        out.begin("stbl");
        out.begin("stsd", 0, 0).int32(1);
        entry.run();
        out.end();
        runs(out.begin("stts", 0, 0), track.durations);
        compositions(out, track.compositions);
        if (!track.allSync) {
            out.begin("stss", 0, 0).int32(track.sync.size()).ints(track.sync.toArray());
            out.end();
        }
        chunks(out, track.chunkSamples);
        out.begin("stsz", 0, 0).int32(0).int32(track.sizes.size()).ints(track.sizes.toArray());
        out.end();
        offsets(out, track.chunkOffsets, base, wide);
        out.end();
    }

    private static void runs(BoxWriter out, Runs runs) {
        out.int32(runs.size());
        for (int i = 0; i < runs.size(); i++) out.int32(runs.count(i)).int32(runs.value(i));
        out.end();
    }

    /** None where all samples are shown as they are decoded. */
    private static void compositions(BoxWriter out, Runs runs) {
        boolean any = false;
        boolean negative = false;
        for (int i = 0; i < runs.size(); i++) {
            any |= runs.value(i) != 0;
            negative |= runs.value(i) < 0;
        }
        if (any) runs(out.begin("ctts", negative ? 1 : 0, 0), runs);
    }

    private static void chunks(BoxWriter out, IntList samples) {
        var runs = new IntList();
        for (int chunk = 0; chunk < samples.size(); chunk++) {
            if (runs.size() > 0 && runs.get(runs.size() - 2) == samples.get(chunk)) continue;
            runs.add(chunk + 1);
            runs.add(samples.get(chunk));
            runs.add(1);
        }
        out.begin("stsc", 0, 0).int32(runs.size() / 3).ints(runs.toArray());
        out.end();
    }

    private static void offsets(BoxWriter out, LongList offsets, long base, boolean wide) {
        out.begin(wide ? "co64" : "stco", 0, 0).int32(offsets.size());
        for (int i = 0; i < offsets.size(); i++) {
            if (wide) out.int64(base + offsets.get(i));
            else out.int32((int) (base + offsets.get(i)));
        }
        out.end();
    }
}
