package zoomsim.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/** An HTTP server on 127.0.0.1 with a virtual thread for each request. */
public final class WebServer implements AutoCloseable {
    static {
        // Without it each small reply waits for the client's delayed acknowledgement, 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final String name;
    private final RequestLog log;
    private final HttpServer server;
    private final LongAdder sent = new LongAdder();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private WebServer(String name, int port, RequestLog log) throws IOException {
        this.name = name;
        this.log = log;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
    }

    /**
     * Takes the port; clients wait until {@link #serve} is called.
     *
     * @param name how the log calls this server
     * @param port 0 for a free one
     * @throws IOException when the port is taken
     */
    public static WebServer bind(String name, int port, RequestLog log) throws IOException {
        try {
            return new WebServer(name, port, log);
        } catch (BindException e) {
            throw new IOException("port %d is taken".formatted(port), e);
        }
    }

    public void serve(Handler handler) {
        server.createContext("/", exchange -> answer(exchange, handler));
        server.setExecutor(threads);
        server.start();
    }

    /** Bytes of bodies that were given to the network so far, whether anybody took them or not. */
    public long sent() {
        return sent.sum();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Cuts what is still being sent. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange, Handler handler) throws IOException {
        try (exchange) {
            var request = request(exchange);
            send(exchange, request, reply(request, handler));
        }
    }

    /** A bug of ours looks to the client like one of Zoom's, and is printed where the simulator's owner sees it. */
    private static Reply reply(Request request, Handler handler) {
        try {
            return handler.handle(request);
        } catch (Refusal e) {
            return e.reply();
        } catch (RuntimeException e) {
            System.err.printf("%s %s failed: %s%n", request.method(), request.path(), e);
            e.printStackTrace();
            return Reply.empty(500);
        }
    }

    private void send(HttpExchange exchange, Request request, Reply reply) throws IOException {
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        long length = reply.body().length();
        if (request.method().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Long.toString(length));
            length = 0;
        }
        record(request, reply.status());
        if (reply.body().lost()) return;
        exchange.sendResponseHeaders(reply.status(), length == 0 ? -1 : length);
        if (length > 0) {
            // Not closed when writing fails: closing the exchange then drops the connection, as it should.
            var out = exchange.getResponseBody();
            reply.body().writeTo(new Counted(out));
            out.close();
        }
    }

    private final class Counted extends FilterOutputStream {
        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            sent.increment();
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            sent.add(length);
        }
    }

    private void record(Request request, int status) {
        log.add(new LoggedRequest(
                Instant.now(),
                name,
                request.method(),
                request.path(),
                request.rawQuery(),
                request.headers().getFirst("Range"),
                request.headers().containsKey("Authorization"),
                status));
    }

    private static Request request(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI();
        var query = Objects.requireNonNullElse(uri.getRawQuery(), "");
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return new Request(
                exchange.getRequestMethod(),
                Objects.requireNonNullElse(uri.getRawPath(), "/"),
                query,
                Request.parameters(query),
                exchange.getRequestHeaders(),
                body);
    }
}
