package perennial.video.mp4;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How H.264 pictures are coded (ISO/IEC 14496-15, 5.3).
 *
 * @param fixed the entry's fields before its boxes
 * @param width in pixels
 * @param height in pixels
 * @param decoder what a decoder must know
 * @param shape {@code pasp} and {@code colr}, where there are
 */
record VideoEntry(String type, ByteBuffer fixed, int width, int height, AvcConfig decoder, List<Box> shape)
        implements SampleEntry {
    private static final int FIXED_BYTES = 78;
    private static final int NAME_BYTES = 32;

    static SampleEntry read(Box entry) throws DamagedMp4 {
        if (!entry.type().equals("avc1") && !entry.type().equals("avc3")) return new Other(entry.type());
        if (entry.content().limit() < FIXED_BYTES)
            throw new DamagedMp4("The box %s is too short.".formatted(entry.type()));
        var children = entry.children(FIXED_BYTES);
        AvcConfig decoder = null;
        var shape = new ArrayList<Box>();
        for (var child : children) {
            if (child.type().equals("avcC")) decoder = AvcConfig.read(child);
            if (child.type().equals("pasp") || child.type().equals("colr")) shape.add(child.copy());
        }
        if (decoder == null) return new Other(entry.type());
        var content = entry.content();
        return new VideoEntry(
                entry.type(),
                entry.fields().copy(FIXED_BYTES),
                content.getShort(24) & 0xFFFF,
                content.getShort(26) & 0xFFFF,
                decoder,
                List.copyOf(shape));
    }

    /** What tells it from {@code other} for a decoder, in words; null: nothing. Compressor's name and bit rates do not count. */
    @Nullable
    String difference(VideoEntry other) {
        if (width != other.width || height != other.height) return "other size";
        if (!type.equals(other.type)) return "other coding";
        if (!decoder.equals(other.decoder)) return "other encoder settings";
        return shape.equals(other.shape) ? null : "other pixel shape or colours";
    }

    VideoEntry with(String newType, AvcConfig newDecoder) {
        return new VideoEntry(newType, fixed, width, height, newDecoder, shape);
    }

    void write(BoxWriter out) {
        out.begin(type);
        out.zeros(6).int16(1); // the first data reference, as there is one only
        out.bytes(fixed.slice(8, 34)).zeros(NAME_BYTES).bytes(fixed.slice(74, 4));
        out.begin("avcC");
        decoder.write(out);
        out.end();
        for (var box : shape) out.box(box.type(), box.content());
        out.end();
    }
}
