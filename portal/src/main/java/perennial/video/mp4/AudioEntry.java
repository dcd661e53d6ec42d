package perennial.video.mp4;

import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How AAC is coded.
 *
 * @param fixed the entry's fields before its boxes
 * @param esds the description of the decoder, as it stands in the file
 */
record AudioEntry(String type, ByteBuffer fixed, AacConfig decoder, Box esds) implements SampleEntry {
    private static final int FIXED_BYTES = 28;
    private static final int MPEG4_AUDIO = 0x40;

    static SampleEntry read(Box entry) throws DamagedMp4 {
        var content = entry.content();
        if (!entry.type().equals("mp4a")) return new Other(entry.type());
        if (content.limit() < FIXED_BYTES) throw new DamagedMp4("The box mp4a is too short.");
        if (content.getShort(8) != 0) return new Other("mp4a of QuickTime");
        for (var child : entry.children(FIXED_BYTES)) {
            if (!child.type().equals("esds")) continue;
            var decoder = decoder(child);
            if (decoder == null) return new Other("mp4a without AAC");
            return new AudioEntry(entry.type(), entry.fields().copy(FIXED_BYTES), decoder, child.copy());
        }
        return new Other("mp4a without esds");
    }

    /** What tells it from {@code other} for a decoder, in words; null: nothing. Track numbers and bit rates do not count. */
    @Nullable
    String difference(AudioEntry other) {
        if (decoder.rate() != other.decoder.rate()) return "other sample rate";
        if (decoder.channels() != other.decoder.channels()) return "other channels";
        return decoder.equals(other.decoder) ? null : "other encoder settings";
    }

    void write(BoxWriter out) {
        out.begin(type);
        out.zeros(6).int16(1).bytes(fixed.slice(8, FIXED_BYTES - 8));
        out.box(esds.type(), esds.content());
        out.end();
    }

    /** Follows the descriptors (ISO/IEC 14496-1, 7.2.6) to the decoder's own set-up. */
    private static @Nullable AacConfig decoder(Box esds) throws DamagedMp4 {
        var fields = esds.fields().skip(4);
        if (!descriptor(fields, 3)) return null;
        int flags = fields.skip(2).uint8();
        if ((flags & 0x80) != 0) fields.skip(2);
        if ((flags & 0x40) != 0) fields.skip(fields.uint8());
        if ((flags & 0x20) != 0) fields.skip(2);
        if (!descriptor(fields, 4)) return null;
        if (fields.uint8() != MPEG4_AUDIO) return null;
        fields.skip(12);
        if (fields.left() == 0 || fields.uint8() != 5) return null;
        int length = length(fields);
        return AacConfig.read(fields.bytes(length));
    }

    private static boolean descriptor(Fields fields, int tag) throws DamagedMp4 {
        if (fields.uint8() != tag) return false;
        length(fields);
        return true;
    }

    private static int length(Fields fields) throws DamagedMp4 {
        int length = 0;
        for (int i = 0; i < 4; i++) {
            int next = fields.uint8();
            length = length << 7 | (next & 0x7F);
            if (next < 0x80) break;
        }
        return length;
    }

    /** The kinds of which a track may be silent: see {@link Silence}. */
    static boolean plain(@Nullable AudioEntry entry) {
        return entry != null && entry.decoder.plain();
    }

    static final List<Integer> RATES = List.of(
            96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350);
}
