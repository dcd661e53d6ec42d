package perennial.video.mp4;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * What an H.264 decoder must know before the first picture: {@code avcC} (ISO/IEC 14496-15, 5.3.3).
 *
 * @param lengthBytes size of the length in front of each unit of a sample: 1, 2 or 4
 * @param sequenceSets the sequence parameter sets
 * @param pictureSets the picture parameter sets
 * @param more fields that the high profiles have; may be empty
 */
record AvcConfig(
        int profile,
        int compatibility,
        int level,
        int lengthBytes,
        List<ByteBuffer> sequenceSets,
        List<ByteBuffer> pictureSets,
        ByteBuffer more) {
    static final int MOST_SEQUENCE_SETS = 31;
    private static final int MOST_PICTURE_SETS = 255;

    AvcConfig {
        sequenceSets = List.copyOf(sequenceSets);
        pictureSets = List.copyOf(pictureSets);
    }

    static AvcConfig read(Box avcC) throws DamagedMp4 {
        var fields = avcC.fields();
        if (fields.uint8() != 1) throw new DamagedMp4("The box avcC is of an unknown version.");
        int profile = fields.uint8();
        int compatibility = fields.uint8();
        int level = fields.uint8();
        int lengthBytes = (fields.uint8() & 3) + 1;
        var sequenceSets = sets(fields, fields.uint8() & 31);
        var pictureSets = sets(fields, fields.uint8());
        var more = fields.copy(fields.left());
        return new AvcConfig(profile, compatibility, level, lengthBytes, sequenceSets, pictureSets, more);
    }

    private static List<ByteBuffer> sets(Fields fields, int count) throws DamagedMp4 {
        var sets = new ArrayList<ByteBuffer>();
        for (int i = 0; i < count; i++) sets.add(fields.copy(fields.uint16()));
        return sets;
    }

    /**
     * One that knows the sets of both. Pictures name their set by its number, so the numbers must differ.
     *
     * @throws IllegalArgumentException if a number is taken by another set
     */
    AvcConfig and(AvcConfig other) {
        var sequences = new LinkedHashSet<>(sequenceSets);
        sequences.addAll(other.sequenceSets);
        var pictures = new LinkedHashSet<>(pictureSets);
        pictures.addAll(other.pictureSets);
        long numbers =
                sequences.stream().mapToInt(SetNumber::ofSequence).distinct().count();
        long pictureNumbers =
                pictures.stream().mapToInt(SetNumber::ofPicture).distinct().count();
        if (sequences.size() > MOST_SEQUENCE_SETS
                || pictures.size() > MOST_PICTURE_SETS
                || numbers < sequences.size()
                || pictureNumbers < pictures.size()
                || lengthBytes != other.lengthBytes) {
            throw new IllegalArgumentException("parameter sets of the same number");
        }
        return new AvcConfig(
                Math.max(profile, other.profile),
                compatibility & other.compatibility,
                Math.max(level, other.level),
                lengthBytes,
                List.copyOf(sequences),
                List.copyOf(pictures),
                profile >= other.profile ? more : other.more);
    }

    /** Whether one of its sets has this number. */
    boolean uses(int number) {
        return sequenceSets.stream().anyMatch(set -> SetNumber.ofSequence(set) == number)
                || pictureSets.stream().anyMatch(set -> SetNumber.ofPicture(set) == number);
    }

    /** All sets as they stand inside samples: each behind its length. */
    ByteBuffer inBand() {
        int size = 0;
        for (var set : sequenceSets) size += lengthBytes + set.limit();
        for (var set : pictureSets) size += lengthBytes + set.limit();
        var all = ByteBuffer.allocate(size);
        sequenceSets.forEach(set -> putUnit(all, set));
        pictureSets.forEach(set -> putUnit(all, set));
        return all.flip();
    }

    private void putUnit(ByteBuffer into, ByteBuffer set) {
        for (int i = lengthBytes - 1; i >= 0; i--) into.put((byte) (set.limit() >>> (8 * i)));
        into.put(set.duplicate());
    }

    void write(BoxWriter out) {
        out.int8(1).int8(profile).int8(compatibility).int8(level);
        out.int8(0xFC | (lengthBytes - 1)).int8(0xE0 | sequenceSets.size());
        for (var set : sequenceSets) out.int16(set.limit()).bytes(set);
        out.int8(pictureSets.size());
        for (var set : pictureSets) out.int16(set.limit()).bytes(set);
        out.bytes(more);
    }
}
