package perennial.zoom;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A server of one address whose behaviour a test writes, with the requests it saw. */
final class FileServer implements AutoCloseable {
    /** What was asked; a header that was not sent is null. */
    record Seen(
            String path,
            @Nullable String range,
            @Nullable String ifRange,
            @Nullable String authorization) {}

    interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;
    }

    final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private volatile Behaviour behaviour = exchange -> exchange.sendResponseHeaders(404, -1);

    FileServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                var headers = exchange.getRequestHeaders();
                seen.add(new Seen(
                        exchange.getRequestURI().toString(),
                        headers.getFirst("Range"),
                        headers.getFirst("If-Range"),
                        headers.getFirst("Authorization")));
                behaviour.answer(exchange);
            }
        });
        server.start();
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    FileServer does(Behaviour next) {
        behaviour = next;
        return this;
    }

    /** A status with headers, given as name, value, name, value, and a body. */
    static Behaviour says(int status, String body, String... headers) {
        return exchange -> {
            for (int i = 0; i < headers.length; i += 2)
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            var bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    static Behaviour redirects(URI to) {
        return says(302, "", "Location", to.toString());
    }

    /** A file with an ETag and ranges; an If-Range with another tag gets it whole. */
    static Behaviour serves(byte[] file, String tag) {
        return serves(file, tag, Integer.MAX_VALUE);
    }

    /** The same, but the connection ends after so many bytes of the body. */
    static Behaviour serves(byte[] file, String tag, int cutAfter) {
        return exchange -> {
            var range = exchange.getRequestHeaders().getFirst("Range");
            var condition = exchange.getRequestHeaders().getFirst("If-Range");
            boolean part = range != null && (condition == null || condition.equals(tag));
            int from = part ? Integer.parseInt(range.replaceAll("\\D", "")) : 0;
            exchange.getResponseHeaders().set("ETag", tag);
            exchange.getResponseHeaders().set("Content-Type", "video/mp4");
            if (from >= file.length && part) {
                exchange.getResponseHeaders().set("Content-Range", "bytes */" + file.length);
                exchange.sendResponseHeaders(416, -1);
                return;
            }
            if (part) {
                exchange.getResponseHeaders()
                        .set("Content-Range", "bytes %d-%d/%d".formatted(from, file.length - 1, file.length));
            }
            exchange.sendResponseHeaders(part ? 206 : 200, file.length - from);
            int length = Math.min(file.length - from, cutAfter);
            exchange.getResponseBody().write(Arrays.copyOfRange(file, from, from + length));
            exchange.getResponseBody().flush();
        };
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
