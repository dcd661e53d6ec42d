package perennial.video;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads the text files that come with a recording: UTF-8, with or without a mark in front, never more than 20 MiB. */
final class TextFile {
    static final int LIMIT_BYTES = 20 * 1024 * 1024;
    /** Cues, messages or entries taken from one file; a meeting of 24 hours has some 30,000. */
    static final int LIMIT_ENTRIES = 200_000;

    private TextFile() {}

    /**
     * Does not close {@code in}. Bytes that are no UTF-8 become replacement characters.
     *
     * @param what the kind of file, for the message: {@code transcript}
     * @throws MediaException.NotMedia if there is more than the limit
     */
    static String read(InputStream in, String what) {
        try {
            var bytes = in.readNBytes(LIMIT_BYTES + 1);
            if (bytes.length > LIMIT_BYTES) throw tooLarge(what);
            return withoutMark(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same for text that is at hand already. */
    static String checked(String text, String what) {
        if (text.length() > LIMIT_BYTES) throw tooLarge(what);
        return withoutMark(text);
    }

    private static MediaException.NotMedia tooLarge(String what) {
        return new MediaException.NotMedia("The %s is larger than %d MiB.".formatted(what, LIMIT_BYTES >> 20));
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
