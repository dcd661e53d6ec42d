package perennial.zoom;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.Timeout;
import perennial.net.PlainClient;

/**
 * Connections. Follows no redirect, repeats nothing, keeps no cookie: what comes back is what the caller judges.
 *
 * <p>Every connection goes to an address that the given resolver returned.
 */
final class Http implements Closeable {
    private static final Timeout CONNECT = Timeout.ofSeconds(10);
    private static final int LONGEST_REPLY = 32 << 20;

    private final CloseableHttpClient client;

    /** @param silence how long a server may say nothing before it counts as gone */
    Http(DnsResolver names, Duration silence) {
        client = PlainClient.with(names, CONNECT, Timeout.of(silence));
    }

    /** Sends and reads the whole answer, whatever its status. */
    Reply send(HttpUriRequestBase request) throws IOException {
        return client.execute(request, response -> read(request, response));
    }

    /** Sends and leaves the body to be read by the caller, who closes the answer. */
    Answer open(HttpUriRequestBase request) throws IOException {
        var target = new HttpHost(request.getScheme(), request.getAuthority());
        return new Answer(request, client.executeOpen(target, request, null));
    }

    private static Reply read(HttpUriRequestBase request, ClassicHttpResponse response) throws IOException {
        var headers = new HashMap<String, String>();
        for (var header : response.getHeaders()) {
            if (header.getValue() == null) continue;
            headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        }
        var entity = response.getEntity();
        if (entity == null) return new Reply(response.getCode(), headers, "");
        var bytes = entity.getContent().readNBytes(LONGEST_REPLY + 1);
        if (bytes.length > LONGEST_REPLY) {
            request.abort();
            throw new IOException("the answer is longer than any of Zoom's");
        }
        return new Reply(response.getCode(), headers, new String(bytes, StandardCharsets.UTF_8));
    }

    /** Network trouble in words. */
    static String describe(IOException trouble) {
        return switch (trouble) {
            case UnknownHostException e -> "the name \"" + e.getMessage() + "\" is not known";
            case ConnectException _ -> "nothing answers at that address";
            case InterruptedIOException _ -> "no answer within the time allowed";
            case SSLException e -> "no secure connection (" + e.getMessage() + ")";
            default -> "the connection broke (" + trouble.getMessage() + ")";
        };
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
