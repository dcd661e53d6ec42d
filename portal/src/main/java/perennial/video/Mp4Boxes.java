package perennial.video;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;

/**
 * A first look at a file before any native code sees it: the row of boxes an MP4 consists of (ISO/IEC 14496-12, 4.2). Finds
 * web pages, playlists and text posing as media, and files cut off on their way: their last box claims more than there is.
 */
final class Mp4Boxes {
    private static final Set<String> FIRST =
            Set.of("ftyp", "moov", "mdat", "free", "skip", "wide", "styp", "pnot", "uuid");
    private static final int MOST_BOXES = 1_000_000;
    /** Some 13 bytes a sample: a recording of 24 hours has 60 MB. */
    private static final long LARGEST_TABLES = 512L * 1024 * 1024;

    private Mp4Boxes() {}

    /**
     * @throws MediaException.NotMedia with the reason as a sentence
     */
    static void check(Path file) {
        try (var in = FileChannel.open(file)) {
            walk(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void walk(FileChannel in) throws IOException {
        long end = in.size();
        if (end == 0) throw new MediaException.NotMedia("The file is empty.");
        boolean tables = false;
        long at = 0;
        for (int count = 0; at < end; count++) {
            if (count == MOST_BOXES)
                throw new MediaException.NotMedia("The file has too many parts to be a recording.");
            var box = read(in, at, end);
            if (at == 0 && !FIRST.contains(box.type)) throw notMp4(in);
            if (box.size > end - at) {
                throw new MediaException.NotMedia(
                        "The file is cut off: at least %d bytes are missing.".formatted(box.size - (end - at)));
            }
            if (box.type.equals("moov")) {
                if (box.size > LARGEST_TABLES)
                    throw new MediaException.NotMedia("The file's tables are absurdly large.");
                tables = true;
            }
            at += box.size;
        }
        if (!tables) throw new MediaException.NotMedia("The file is cut off: its tables are missing.");
    }

    private record Box(String type, long size) {}

    private static Box read(FileChannel in, long at, long end) throws IOException {
        var header = ByteBuffer.allocate(16);
        while (header.hasRemaining() && in.read(header, at + header.position()) >= 0) {}
        header.flip();
        if (header.remaining() < 8) {
            if (at == 0) throw notMp4(in);
            throw new MediaException.NotMedia("The file is cut off, or has rubbish at its end.");
        }
        long size = Integer.toUnsignedLong(header.getInt(0));
        var type = new String(header.array(), 4, 4, StandardCharsets.ISO_8859_1);
        if (size == 0) return new Box(type, end - at); // runs to the end of the file
        if (size == 1 && header.remaining() == 16) size = header.getLong(8);
        if (size < 8) {
            if (at == 0) throw notMp4(in);
            throw new MediaException.NotMedia("The file is damaged at byte %d.".formatted(at));
        }
        return new Box(type, size);
    }

    private static MediaException.NotMedia notMp4(FileChannel in) throws IOException {
        var start = ByteBuffer.allocate(256);
        in.read(start, 0);
        var text = new String(start.array(), 0, start.position(), StandardCharsets.UTF_8).stripLeading();
        if (text.startsWith("\uFEFF")) text = text.substring(1).stripLeading();
        if (text.startsWith("<")) return new MediaException.NotMedia("The file is a web page, not a recording.");
        if (text.startsWith("#EXTM3U")) return new MediaException.NotMedia("The file is a playlist, not a recording.");
        return new MediaException.NotMedia("The file is no MP4 video or audio.");
    }
}
