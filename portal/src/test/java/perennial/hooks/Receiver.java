package perennial.hooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Another program that takes messages, on this machine. */
public final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final Deque<Integer> answers = new ArrayDeque<>();

    /** A message as it came. */
    public record Message(String path, String id, String timestamp, String signature, String type, String body) {}

    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:%d/hook".formatted(server.getAddress().getPort());
    }

    /** What to answer the next messages; then 204 to all. */
    public synchronized void answer(Integer... statuses) {
        answers.addAll(List.of(statuses));
    }

    public List<Message> messages() {
        return messages;
    }

    private synchronized int next() {
        return answers.isEmpty() ? 204 : answers.remove();
    }

    private void take(HttpExchange call) throws IOException {
        var headers = call.getRequestHeaders();
        messages.add(new Message(
                call.getRequestURI().getPath(),
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"),
                headers.getFirst("Content-Type"),
                new String(call.getRequestBody().readAllBytes(), UTF_8)));
        call.getResponseHeaders().add("Location", "/elsewhere");
        call.sendResponseHeaders(next(), -1);
        call.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
