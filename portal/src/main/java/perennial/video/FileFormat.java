package perennial.video;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The formats of files that people bring, told by their first bytes alone. The format fixes how FFmpeg reads a file; it never guesses. */
public enum FileFormat {
    /** MP4, MOV, M4A. */
    MP4("mov"),
    /** MKV, WebM. */
    MATROSKA("matroska"),
    MP3("mp3"),
    WAV("wav");

    private static final int BEGINNING_BYTES = 16;
    private static final int EBML = 0x1A45DFA3;

    private final String demuxer;

    FileFormat(String demuxer) {
        this.demuxer = demuxer;
    }

    /** The one FFmpeg demuxer allowed to open it. */
    String demuxer() {
        return demuxer;
    }

    /**
     * @throws MediaException.NotMedia if it is none of these
     */
    static FileFormat of(Path file) {
        var beginning = ByteBuffer.allocate(BEGINNING_BYTES);
        try (var bytes = FileChannel.open(file)) {
            while (beginning.hasRemaining() && bytes.read(beginning) >= 0) {}
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        beginning.flip();
        if (beginning.limit() == BEGINNING_BYTES) {
            if (FirstLook.beginsAsMp4(beginning)) return MP4;
            if (beginning.getInt(0) == EBML) return MATROSKA;
            if (text(beginning, 0, 4).equals("RIFF") && text(beginning, 8, 4).equals("WAVE")) return WAV;
            if (text(beginning, 0, 3).equals("ID3") || isMp3Frame(beginning.getShort(0))) return MP3;
        }
        throw new MediaException.NotMedia(
                "This is neither video nor audio that the portal knows: MP4, MOV, MKV, WebM, M4A, MP3 and WAV are.");
    }

    /** Eleven ones, and the bits of the layer not all zero, as those of bare AAC are. */
    private static boolean isMp3Frame(short first) {
        return (first & 0xFFE0) == 0xFFE0 && (first & 0x0006) != 0;
    }

    private static String text(ByteBuffer bytes, int from, int length) {
        return StandardCharsets.ISO_8859_1.decode(bytes.slice(from, length)).toString();
    }
}
