package perennial.zoom;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.jspecify.annotations.Nullable;

/** An answer whose body has not been read yet. Closing it early cuts the connection instead of reading gigabytes. */
final class Answer implements Closeable {
    /** Enough for any of Zoom's error messages and for the sentence of a page. */
    private static final int START = 4096;

    private final HttpUriRequestBase request;
    private final ClassicHttpResponse response;
    private byte @Nullable [] start;
    private InputStream rest = InputStream.nullInputStream();
    private boolean whole;

    Answer(HttpUriRequestBase request, ClassicHttpResponse response) {
        this.request = request;
        this.response = response;
    }

    int status() {
        return response.getCode();
    }

    @Nullable
    String header(String name) {
        var header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    /** Headers and the beginning of the body, for answers that are errors. */
    Reply reply() {
        var headers = new HashMap<String, String>();
        for (var header : response.getHeaders()) {
            if (header.getValue() == null) continue;
            headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        }
        return new Reply(status(), headers, new String(start(), StandardCharsets.UTF_8));
    }

    /** Lower case, without parameters; empty when absent. */
    String contentType() {
        var header = header("Content-Type");
        return header == null ? "" : header.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }

    /** In bytes; -1 when the server does not say. */
    long length() {
        var entity = response.getEntity();
        return entity == null ? 0 : entity.getContentLength();
    }

    /** The first bytes of the body, fewer if it ends or breaks before. */
    byte[] start() {
        if (start == null) start = readStart();
        return start.clone();
    }

    /** The body from its first byte on; where it broke, reading throws. */
    InputStream body() {
        return new SequenceInputStream(new ByteArrayInputStream(start()), rest);
    }

    private byte[] readStart() {
        var bytes = new byte[START];
        int count = 0;
        try {
            var entity = response.getEntity();
            if (entity != null) rest = entity.getContent();
            for (int more = 0; more >= 0 && count < START; more = rest.read(bytes, count, START - count)) count += more;
        } catch (IOException e) {
            rest = new BrokenStream(e);
        }
        return Arrays.copyOf(bytes, count);
    }

    /** The body was read to its end, so the connection is good for another request. */
    void readWhole() {
        whole = true;
    }

    @Override
    public void close() {
        if (!whole) request.cancel();
        try {
            response.close();
        } catch (IOException e) {
            // The connection is gone already, which is all that closing is for.
            request.cancel();
        }
    }

    /** Remembers how a body ended, for a library that forgets it after the first complaint. */
    private static final class BrokenStream extends InputStream {
        private final IOException how;

        BrokenStream(IOException how) {
            this.how = how;
        }

        @Override
        public int read() throws IOException {
            throw how;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            throw how;
        }
    }
}
