package perennial.video.mp4;

/** Reads the tables of a track ({@code stbl}: ISO/IEC 14496-12, 8.5 to 8.7). */
final class TableReader {
    private final Box stbl;
    private final long fileSize;
    private final Allowance allowance;
    private final SampleTable table = new SampleTable();

    private TableReader(Box stbl, long fileSize, Allowance allowance) {
        this.stbl = stbl;
        this.fileSize = fileSize;
        this.allowance = allowance;
    }

    /**
     * @param fileSize in bytes
     * @param allowance how many samples there may be
     */
    static SampleTable read(Box stbl, long fileSize, Allowance allowance) throws DamagedMp4 {
        var reader = new TableReader(stbl, fileSize, allowance);
        reader.sizes();
        reader.runs("stts", reader.table.durations, true);
        reader.runs("ctts", reader.table.compositions, false);
        reader.sync();
        reader.chunks();
        reader.table.check(fileSize);
        return reader.table;
    }

    private void sizes() throws DamagedMp4 {
        var stsz = stbl.child("stsz");
        if (stsz == null) {
            compactSizes();
            return;
        }
        var fields = stsz.fields().skip(4);
        int same = fields.int32();
        if (same == 0) {
            var sizes = new int[allowance.take(fields.count(4))];
            fields.ints(sizes);
            for (int size : sizes) size(size);
            table.sizes.addAll(sizes);
            return;
        }
        size(same);
        long count = fields.uint32();
        if (count > fileSize / same) throw new DamagedMp4("The file's samples are larger than the file.");
        allowance.take(count);
        for (int i = 0; i < count; i++) table.sizes.add(same);
    }

    private void compactSizes() throws DamagedMp4 {
        var stz2 = stbl.required("stz2").fields().skip(7);
        int bits = stz2.uint8();
        if (bits != 4 && bits != 8 && bits != 16) throw new DamagedMp4("The box stz2 has sizes of an unknown form.");
        long count = stz2.uint32();
        if (count * bits > 8L * stz2.left() + 7) throw new DamagedMp4("The box stz2 is too short.");
        allowance.take(count);
        int pair = 0;
        for (int i = 0; i < count; i++) {
            if (bits == 4) {
                if (i % 2 == 0) pair = stz2.uint8();
                table.sizes.add(i % 2 == 0 ? pair >> 4 : pair & 0xF);
            } else {
                table.sizes.add(bits == 8 ? stz2.uint8() : stz2.uint16());
            }
        }
    }

    private void runs(String type, Runs into, boolean required) throws DamagedMp4 {
        var box = required ? stbl.required(type) : stbl.child(type);
        if (box == null) return;
        var fields = box.fields().skip(4);
        int runs = fields.count(8);
        for (int i = 0; i < runs; i++) {
            long count = fields.uint32();
            int value = fields.int32();
            if (count + into.samples() > table.count())
                throw new DamagedMp4("The box %s has too many samples.".formatted(type));
            into.add((int) count, value);
        }
    }

    private void sync() throws DamagedMp4 {
        var box = stbl.child("stss");
        if (box == null) {
            table.sync = null;
            return;
        }
        var fields = box.fields().skip(4);
        int count = fields.count(4);
        if (count > table.count()) throw new DamagedMp4("The box stss has too many samples.");
        var numbers = new int[count];
        fields.ints(numbers);
        var sync = new IntList();
        sync.addAll(numbers);
        table.sync = sync;
    }

    private void chunks() throws DamagedMp4 {
        offsets();
        var fields = stbl.required("stsc").fields().skip(4);
        int runs = fields.count(12);
        int offsets = table.chunkOffsets.size();
        long next = runs == 0 ? offsets + 1L : fields.uint32();
        if (next != 1 && table.count() > 0) throw new DamagedMp4("The box stsc does not begin with the first chunk.");
        for (int run = 0; run < runs; run++) {
            int samples = fields.int32();
            if (fields.int32() != 1) table.mixedEntries = true;
            long from = next;
            next = run + 1 < runs ? fields.uint32() : offsets + 1L;
            if (next <= from || next > offsets + 1L) {
                if (table.count() == 0) return;
                throw new DamagedMp4("The box stsc names chunks that are not there.");
            }
            if (samples <= 0 || samples > table.count()) throw new DamagedMp4("The box stsc has absurd chunks.");
            for (long chunk = from; chunk < next; chunk++) table.chunkSamples.add(samples);
        }
    }

    private void offsets() throws DamagedMp4 {
        boolean wide = stbl.child("co64") != null;
        var fields = stbl.required(wide ? "co64" : "stco").fields().skip(4);
        int count = fields.count(wide ? 8 : 4);
        if (count > table.count()) throw new DamagedMp4("The file has more chunks than samples.");
        for (int i = 0; i < count; i++) table.chunkOffsets.add(wide ? fields.int64() : fields.uint32());
    }

    private static void size(int size) throws DamagedMp4 {
        if (size < 0) throw new DamagedMp4("The file has a sample of absurd size.");
    }
}
