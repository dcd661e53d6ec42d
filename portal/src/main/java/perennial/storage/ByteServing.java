package perennial.storage;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Sends composites to browsers and players as RFC 9110 says: whole or one range, GET or HEAD, with a strong entity tag.
 * Whether the asker may see the bytes is decided before.
 */
@Service
public class ByteServing {
    private static final int BUFFER_BYTES = 128 << 10;

    private final BlobStore store;

    ByteServing(BlobStore store) {
        this.store = store;
    }

    /**
     * Answers {@code in} with {@code content}.
     *
     * @param downloadName asks the browser to save under this name; null shows the content in place
     * @throws StorageException.Missing before anything was sent, if the first bytes are not in the store
     */
    public void serve(
            Composite content,
            String contentType,
            @Nullable String downloadName,
            HttpServletRequest in,
            HttpServletResponse out)
            throws IOException {
        out.setHeader("Accept-Ranges", "bytes");
        out.setHeader("ETag", content.etag());
        out.setHeader("Cache-Control", "private, no-cache");
        out.setHeader("X-Content-Type-Options", "nosniff");
        out.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        if (downloadName != null) out.setHeader("Content-Disposition", DownloadName.attachment(downloadName));
        switch (Wanted.by(in, content)) {
            case Wanted.Nothing nothing -> out.setStatus(nothing.status());
            case Wanted.NoSuchRange none -> {
                out.setHeader("Content-Range", "bytes */" + content.length());
                out.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            }
            case Wanted.Whole whole -> {
                out.setContentType(contentType);
                out.setContentLengthLong(content.length());
                if (whole.withBody()) send(content, 0, content.length(), out);
            }
            case Wanted.Range range -> {
                out.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
                out.setContentType(contentType);
                out.setHeader(
                        "Content-Range", "bytes %d-%d/%d".formatted(range.first(), range.last(), content.length()));
                out.setContentLengthLong(range.length());
                send(content, range.first(), range.length(), out);
            }
        }
    }

    /** Streams {@code length} bytes from {@code first} on, through one buffer, opening one piece at a time. */
    private void send(Composite content, long first, long length, HttpServletResponse out) throws IOException {
        var buffer = new byte[(int) Math.min(BUFFER_BYTES, length)];
        var skip = first;
        var left = length;
        for (var piece : content.pieces()) {
            if (left == 0) return;
            if (skip >= piece.length()) {
                skip -= piece.length();
                continue;
            }
            var part = Math.min(left, piece.length() - skip);
            try (var bytes = store.read(piece.blob())) {
                send(piece.blob(), bytes.position(piece.offset() + skip), part, buffer, out);
            }
            left -= part;
            skip = 0;
        }
    }

    private static void send(
            BlobId blob, SeekableByteChannel bytes, long length, byte[] buffer, HttpServletResponse out)
            throws IOException {
        var left = length;
        while (left > 0) {
            var n = bytes.read(ByteBuffer.wrap(buffer, 0, (int) Math.min(buffer.length, left)));
            if (n < 0) throw new StorageException.Missing(blob);
            out.getOutputStream().write(buffer, 0, n);
            left -= n;
        }
    }
}
