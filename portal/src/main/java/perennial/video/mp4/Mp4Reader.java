package perennial.video.mp4;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads an MP4 file's tables, whether they stand in one place or are strewn over fragments. Never reads sound or pictures. */
public final class Mp4Reader {
    /** One read serves the headers of many small boxes. */
    private static final int WINDOW_BYTES = 64 << 10;

    private final ByteSource source;
    private final ByteBuffer window = ByteBuffer.allocate(WINDOW_BYTES).limit(0);
    private long windowStart;
    private final Allowance samples;
    private final Map<Integer, TrackReader> tracks = new LinkedHashMap<>();
    private int tracksSeen;
    private @Nullable Fragments fragments;
    private boolean payloadSeen;
    private boolean tablesFirst;

    private Mp4Reader(ByteSource source) {
        this.source = source;
        this.samples = new Allowance(source.size());
    }

    /**
     * Reads all tables.
     *
     * @throws DamagedMp4 with the reason, if the file is not whole or not what it says
     */
    public static Movie read(ByteSource source) throws IOException, DamagedMp4 {
        return new Mp4Reader(source).read();
    }

    private Movie read() throws IOException, DamagedMp4 {
        if (source.size() == 0) throw new DamagedMp4("The file is empty.");
        long at = 0;
        for (int count = 0; at < source.size(); count++) {
            if (count == Limits.TOP_BOXES) throw new DamagedMp4("The file has too many parts to be a recording.");
            at = next(at);
        }
        if (fragments == null) throw new DamagedMp4("The file is cut off: its tables are missing.");
        var found = new ArrayList<Track>();
        for (var track : tracks.values()) track.made(source.size()).ifPresent(found::add);
        return new Movie(found, tablesFirst);
    }

    /** Takes in the box at {@code at}; gives where the next one begins. */
    private long next(long at) throws IOException, DamagedMp4 {
        long left = source.size() - at;
        if (left < Box.HEADER) throw new DamagedMp4("The file is cut off, or has rubbish at its end.");
        var header = bytes(at, (int) Math.min(Box.LONG_HEADER, left));
        long size = Integer.toUnsignedLong(header.getInt(0));
        var type = Box.type(header, 4);
        int headerBytes = Box.HEADER;
        if (size == 0) size = left;
        else if (size == 1 && header.limit() == Box.LONG_HEADER) {
            size = header.getLong(Box.HEADER);
            headerBytes = Box.LONG_HEADER;
        }
        if (size < headerBytes) throw new DamagedMp4("The file is damaged at byte %d.".formatted(at));
        if (size > left)
            throw new DamagedMp4("The file is cut off: at least %d bytes are missing.".formatted(size - left));
        if (!BoxTree.mayStandAtTop(type)) {
            throw new DamagedMp4("The box %s stands where it does not belong.".formatted(type));
        }
        switch (type) {
            case "moov" -> {
                tables(box(type, at, headerBytes, size, Limits.TABLES_BYTES));
                tablesFirst = !payloadSeen;
            }
            case "moof" -> {
                fragment(box(type, at, headerBytes, size, Limits.FRAGMENT_BYTES), at);
                tablesFirst = false;
            }
            case "mdat" -> payloadSeen = true;
            // Nothing here reads these, but other programs do.
            case "meta", "udta", "sidx", "mfra" -> box(type, at, headerBytes, size, Limits.FRAGMENT_BYTES);
            default -> {}
        }
        return at + size;
    }

    /** Reads a box, and looks at all that is inside. */
    private Box box(String type, long at, int headerBytes, long size, int most) throws IOException, DamagedMp4 {
        if (size > most) throw new DamagedMp4("The file's tables are absurdly large.");
        var box = new Box(type, bytes(at + headerBytes, (int) size - headerBytes));
        BoxTree.check(box);
        return box;
    }

    /** Through the window where it fits; a view that is good until the next call, or for good where it is larger. */
    private ByteBuffer bytes(long at, int length) throws IOException {
        if (length > WINDOW_BYTES) {
            var own = ByteBuffer.allocate(length);
            source.read(at, own);
            return own.flip();
        }
        if (at < windowStart || at + length > windowStart + window.limit()) {
            window.clear().limit((int) Math.min(WINDOW_BYTES, source.size() - at));
            source.read(at, window);
            window.flip();
            windowStart = at;
        }
        return window.slice((int) (at - windowStart), length);
    }

    private void tables(Box moov) throws DamagedMp4 {
        if (fragments != null) throw new DamagedMp4("The file has its tables twice.");
        fragments = new Fragments(tracks, samples);
        var mvhd = moov.required("mvhd").fields();
        boolean wide = mvhd.int32() >>> 24 == 1;
        long movieScale = mvhd.skip(wide ? 16 : 8).uint32();
        if (movieScale == 0 || movieScale > Limits.TIMESCALE) throw new DamagedMp4("The file's clock does not run.");
        for (var box : moov.children()) {
            if (box.type().equals("trak")) track(box, movieScale);
            if (box.type().equals("mvex")) fragments.defaults(box);
        }
    }

    private void fragment(Box moof, long at) throws DamagedMp4 {
        if (fragments == null) throw new DamagedMp4("A fragment stands before the file's tables.");
        fragments.read(moof, at);
    }

    private void track(Box trak, long movieScale) throws DamagedMp4 {
        if (++tracksSeen > Limits.TRACKS) throw new DamagedMp4("The file has too many tracks to be a recording.");
        var track = TrackReader.read(trak, movieScale, source.size(), samples);
        if (track != null && tracks.put(track.id(), track) != null) {
            throw new DamagedMp4("Two tracks of the file have the same number.");
        }
    }
}
