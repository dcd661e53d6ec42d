package perennial.video.mp4;

/** Whether a box has room for all the entries that it claims, so that nobody makes room for entries that are not there. */
final class EntryRoom {
    private EntryRoom() {}

    /** @throws DamagedMp4 if it is too short; a box without entries passes */
    static void check(Box box) throws DamagedMp4 {
        switch (box.type()) {
            case "stts", "ctts", "stsh", "keys", "co64" -> box.fields().skip(4).count(8);
            case "stss", "stps", "stco" -> box.fields().skip(4).count(4);
            case "stsc", "dref" -> box.fields().skip(4).count(12);
            case "stsd" -> box.fields().skip(4).count(16);
            case "elst" -> edits(box.fields());
            case "stsz" -> sizes(box.fields());
            case "sbgp" -> groups(box.fields());
            case "sgpd" -> groupKinds(box.fields());
            case "saiz" -> auxiliarySizes(box.fields());
            case "saio" -> auxiliaryOffsets(box.fields());
            case "trun" -> run(box.fields());
            case "sidx" -> index(box.fields());
            case "tfra" -> fragmentIndex(box.fields());
            default -> {}
        }
    }

    private static void edits(Fields fields) throws DamagedMp4 {
        int version = fields.int32() >>> 24;
        fields.count(version == 1 ? 20 : 12);
    }

    private static void sizes(Fields fields) throws DamagedMp4 {
        int same = fields.skip(4).int32();
        fields.count(same == 0 ? 4 : 0);
    }

    private static void groups(Fields fields) throws DamagedMp4 {
        int version = fields.int32() >>> 24;
        fields.skip(version == 1 ? 8 : 4).count(8);
    }

    private static void groupKinds(Fields fields) throws DamagedMp4 {
        int version = fields.int32() >>> 24;
        fields.skip(4);
        int length = version == 1 ? fields.int32() : 1;
        if (version > 1) fields.skip(4);
        // A length of 0 means that each entry tells its own.
        fields.count(length == 0 ? 4 : 1);
    }

    private static void auxiliarySizes(Fields fields) throws DamagedMp4 {
        int flags = fields.int32();
        if ((flags & 1) != 0) fields.skip(8);
        int same = fields.uint8();
        fields.count(same == 0 ? 1 : 0);
    }

    private static void auxiliaryOffsets(Fields fields) throws DamagedMp4 {
        int flags = fields.int32();
        if ((flags & 1) != 0) fields.skip(8);
        fields.count(flags >>> 24 == 0 ? 4 : 8);
    }

    private static void run(Fields fields) throws DamagedMp4 {
        int flags = fields.int32();
        int optional = 4 * Integer.bitCount(flags & 5);
        int each = 4 * Integer.bitCount(flags & 0xF00);
        long count = fields.uint32();
        if (count * each > fields.skip(optional).left()) throw new DamagedMp4("The box trun is too short.");
    }

    private static void index(Fields fields) throws DamagedMp4 {
        int version = fields.int32() >>> 24;
        int count = fields.skip(version == 0 ? 18 : 26).uint16();
        if (12L * count > fields.left()) throw new DamagedMp4("The box sidx is too short.");
    }

    private static void fragmentIndex(Fields fields) throws DamagedMp4 {
        int version = fields.int32() >>> 24;
        int lengths = fields.skip(4).int32();
        int numbers = (lengths >> 4 & 3) + (lengths >> 2 & 3) + (lengths & 3) + 3;
        fields.count((version == 1 ? 16 : 8) + numbers);
    }
}
