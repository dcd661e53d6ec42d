package perennial.storage;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Sends composites to browsers and players as RFC 9110 says: whole or one range, GET or HEAD, with a strong entity tag.
 * By {@link Sendfile} or {@link Offload} where possible. Whether the asker may see the bytes is decided before.
 */
@Service
public class ByteServing {
    private final BlobStore store;
    private final Offload offload;
    private final CopyBuffers buffers = new CopyBuffers();

    ByteServing(BlobStore store, Offload offload) {
        this.store = store;
        this.offload = offload;
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
        out.setHeader("Cache-Control", "private, no-cache");
        out.setHeader("X-Content-Type-Options", "nosniff");
        out.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        if (downloadName != null) out.setHeader("Content-Disposition", DownloadName.attachment(downloadName));
        var address = offload.address(content);
        if (address.isPresent()) {
            // nginx answers ranges and conditions itself, by an entity tag of its own
            out.setContentType(contentType);
            out.setHeader(Offload.HEADER, address.get());
            return;
        }
        out.setHeader("Accept-Ranges", "bytes");
        out.setHeader("ETag", content.etag());
        switch (Wanted.by(in, content)) {
            case Wanted.Nothing nothing -> out.setStatus(nothing.status());
            case Wanted.NoSuchRange none -> {
                out.setHeader("Content-Range", "bytes */" + content.length());
                out.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            }
            case Wanted.Whole whole -> {
                out.setContentType(contentType);
                out.setContentLengthLong(content.length());
                if (whole.withBody()) send(content, 0, content.length(), in, out);
            }
            case Wanted.Range range -> {
                out.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
                out.setContentType(contentType);
                out.setHeader(
                        "Content-Range", "bytes %d-%d/%d".formatted(range.first(), range.last(), content.length()));
                out.setContentLengthLong(range.length());
                send(content, range.first(), range.length(), in, out);
            }
        }
    }

    /** Inside one piece the system sends the bytes, where it can; across pieces, and where it cannot, they are copied. */
    private void send(Composite content, long first, long length, HttpServletRequest in, HttpServletResponse out)
            throws IOException {
        if (length == 0) return;
        if (Sendfile.isOffered(in)) {
            var stretch = content.within(first, length);
            var file = stretch.isPresent() ? store.place(stretch.get().blob()) : Optional.<Path>empty();
            if (file.isPresent()) {
                Sendfile.accept(in, file.get(), stretch.get());
                return;
            }
        }
        var buffer = buffers.take();
        try {
            copy(content, first, length, buffer, out.getOutputStream());
        } finally {
            buffers.giveBack(buffer);
        }
    }

    /** Opens one piece at a time. */
    private void copy(Composite content, long first, long length, ByteBuffer buffer, ServletOutputStream out)
            throws IOException {
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
                copy(piece.blob(), bytes.position(piece.offset() + skip), part, buffer, out);
            }
            left -= part;
            skip = 0;
        }
    }

    private static void copy(
            BlobId blob, SeekableByteChannel bytes, long length, ByteBuffer buffer, ServletOutputStream out)
            throws IOException {
        var left = length;
        while (left > 0) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), left));
            var n = bytes.read(buffer);
            if (n < 0) throw new StorageException.Missing(blob);
            out.write(buffer.flip());
            left -= n;
        }
    }
}
