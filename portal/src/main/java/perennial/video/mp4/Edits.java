package perennial.video.mp4;

/**
 * What an edit list says, in ticks of its track.
 *
 * @param lead nothing is shown for this long at first
 * @param mediaTime the decode time that is shown then
 * @param length how much is shown; 0: all there is
 * @param plain whether that is all it says: no second stretch, no other speed, no hole in the middle
 */
record Edits(long lead, long mediaTime, long length, boolean plain) {
    static final Edits NONE = new Edits(0, 0, 0, true);

    /**
     * @param movieScale ticks a second of the whole file's clock, in which lengths are given
     */
    static Edits read(Box elst, long movieScale, long timescale) throws DamagedMp4 {
        var fields = elst.fields();
        boolean wide = fields.int32() >>> 24 == 1;
        int count = fields.count(wide ? 20 : 12);
        if (count > Limits.EDITS) throw new DamagedMp4("The file has too many edits to be a recording.");
        long lead = 0;
        long mediaTime = -1;
        long length = 0;
        boolean plain = true;
        for (int i = 0; i < count; i++) {
            long duration = Scale.of(movieScale, timescale, fields.time(wide));
            long start = wide ? fields.int64() : fields.int32();
            if (fields.int32() != 0x10000) plain = false;
            if (start < -1 || start > Long.MAX_VALUE >> 8) throw new DamagedMp4("The box elst has an absurd time.");
            if (start == -1 && mediaTime == -1) {
                lead += duration;
                if (lead > Long.MAX_VALUE >> 8) throw new DamagedMp4("The box elst has an absurd time.");
            } else if (start >= 0 && mediaTime == -1) {
                mediaTime = start;
                length = duration;
            } else if (start >= 0 || i + 1 < count) plain = false; // an empty stretch at the very end says nothing
        }
        return new Edits(lead, Math.max(0, mediaTime), length, plain);
    }

    /** The same for a track whose first sample is due only at {@code ticks}. */
    Edits later(long ticks) {
        return new Edits(lead + ticks, mediaTime, length, plain);
    }
}
