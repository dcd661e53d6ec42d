package perennial.video;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import perennial.video.mp4.ByteSource;
import perennial.video.mp4.DamagedMp4;
import perennial.video.mp4.FileBytes;
import perennial.video.mp4.Movie;
import perennial.video.mp4.Mp4Reader;

/**
 * A look at a file before any native program sees it. Finds web pages, playlists and text posing as media, files cut off on
 * their way, and tables that contradict themselves or claim what no recording has: see {@link Mp4Reader}.
 */
final class FirstLook {
    /** What an MP4 begins with. */
    private static final Set<String> FIRST =
            Set.of("ftyp", "moov", "mdat", "free", "skip", "wide", "styp", "pnot", "uuid");

    private static final int BEGINNING_BYTES = 256;

    private FirstLook() {}

    /**
     * Takes time by the number of samples; sound and pictures are not read.
     *
     * @return what it says of itself
     * @throws MediaException.NotMedia with the reason as a sentence
     */
    static Movie at(Path file) {
        try (var bytes = FileBytes.open(file)) {
            var beginning = beginning(bytes);
            if (bytes.size() > 0 && !beginsAsMp4(beginning)) throw notMp4(beginning);
            return Mp4Reader.read(bytes);
        } catch (DamagedMp4 e) {
            throw new MediaException.NotMedia(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ByteBuffer beginning(ByteSource bytes) throws IOException {
        var beginning = ByteBuffer.allocate((int) Math.min(BEGINNING_BYTES, bytes.size()));
        bytes.read(0, beginning);
        return beginning.flip();
    }

    static boolean beginsAsMp4(ByteBuffer beginning) {
        if (beginning.limit() < 8) return false;
        long size = Integer.toUnsignedLong(beginning.getInt(0));
        var type = StandardCharsets.ISO_8859_1.decode(beginning.slice(4, 4)).toString();
        // 0 and 1 are no sizes: to the end of the file, and behind the type.
        return FIRST.contains(type) && (size >= 8 || size == 0 || (size == 1 && beginning.limit() >= 16));
    }

    private static MediaException.NotMedia notMp4(ByteBuffer beginning) {
        var text = StandardCharsets.UTF_8.decode(beginning).toString().stripLeading();
        if (text.startsWith("\uFEFF")) text = text.substring(1).stripLeading();
        if (text.startsWith("<")) return new MediaException.NotMedia("The file is a web page, not a recording.");
        if (text.startsWith("#EXTM3U")) return new MediaException.NotMedia("The file is a playlist, not a recording.");
        return new MediaException.NotMedia("The file is no MP4 video or audio.");
    }
}
