package perennial.sync;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import perennial.video.TestClips;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import zoomsim.auth.Scopes;

/**
 * A Zoom that says word for word what a test gives it, where the simulator would say it its own way: meetings as JSON, on
 * one list of the account and one by one, and for each type of file the same few bytes.
 */
final class ScriptedZoom implements AutoCloseable {
    static final JsonMapper JSON = new JsonMapper();
    static final String TOKEN = "scripted-token-5f0c2a7e91";
    private static final int PAGE = 300;

    private final List<JsonNode> listed = new ArrayList<>();
    private final Map<String, JsonNode> details = new ConcurrentHashMap<>();
    private final Map<String, byte[]> files = new HashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    ScriptedZoom() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                answer(exchange);
            }
        });
        server.start();
        file("MP4", bytes(TestClips.video(1, 1)));
        file("M4A", bytes(TestClips.sound(1, 1)));
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a file of that type holds; of a type that nobody has named, a word. */
    void file(String type, byte[] content) {
        files.put(type, content);
    }

    private byte[] content(String type) {
        return files.getOrDefault(type, "text".getBytes(UTF_8));
    }

    /**
     * Puts a real reply about a meeting into this server's clothes: with a UUID of its own, begun some hours ago, its files
     * fetched from here and, where they are media, of the size that they have here.
     *
     * @param number another one for each
     */
    ObjectNode dressed(JsonNode meeting, int number) {
        var dressed = (ObjectNode) meeting.deepCopy();
        var uuid = "%s%06d==".formatted(dressed.path("uuid").asString("none").replaceAll("=+$", ""), number);
        dressed.put("uuid", uuid);
        var start = Instant.now()
                .minus(Duration.ofHours(60))
                .plusSeconds(number % 40_000L * 5)
                .truncatedTo(ChronoUnit.SECONDS);
        var by = Duration.between(begin(dressed), start);
        shift(dressed, "start_time", by);
        for (var list : List.of("recording_files", "participant_audio_files")) {
            for (var each : dressed.path(list)) {
                var file = (ObjectNode) each;
                for (var time : List.of("recording_start", "recording_end")) shift(file, time, by);
                var type = file.path("file_type").asString("");
                file.put("download_url", url() + "/rec/download/" + type);
                if (file.has("meeting_id")) file.put("meeting_id", uuid);
                if (type.equals("MP4") || type.equals("M4A")) file.put("file_size", content(type).length);
            }
        }
        return dressed;
    }

    private static Instant begin(JsonNode meeting) {
        var first = meeting.path("recording_files").path(0).path("recording_start");
        return Instant.parse(meeting.path("start_time").asString(first.asString("2026-01-01T00:00:00Z")));
    }

    private static void shift(ObjectNode node, String field, Duration by) {
        var text = node.path(field).asString("");
        if (!text.isEmpty()) node.put(field, Instant.parse(text).plus(by).toString());
    }

    /**
     * Lists a meeting.
     *
     * @param detail what is said of it alone
     */
    void list(String uuid, JsonNode entry, JsonNode detail) {
        listed.add(entry);
        details.put(uuid, detail);
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        var path = exchange.getRequestURI().getRawPath();
        exchange.getResponseHeaders().set("X-RateLimit-Limit", "2000"); // so that no call has to wait for its turn
        if (path.equals("/oauth/token")) {
            send(
                    exchange,
                    200,
                    JSON.writeValueAsBytes(Map.of(
                            "access_token",
                            TOKEN,
                            "token_type",
                            "bearer",
                            "expires_in",
                            3600,
                            "scope",
                            String.join(" ", Scopes.ALL))));
        } else if (path.startsWith("/rec/download/")) {
            file(exchange, path.substring("/rec/download/".length()));
        } else if (path.matches("/v2/accounts/[^/]+/recordings")) {
            send(
                    exchange,
                    200,
                    JSON.writeValueAsBytes(page(exchange.getRequestURI().getQuery())));
        } else if (path.equals("/v2/users")) {
            send(exchange, 200, "{\"page_count\":1,\"next_page_token\":\"\",\"users\":[]}".getBytes(UTF_8));
        } else if (path.matches("/v2/meetings/.*/recordings")) {
            var uuid = path.substring("/v2/meetings/".length(), path.length() - "/recordings".length());
            var detail = details.get(decoded(uuid));
            if (detail == null) refuse(exchange, 3301);
            else send(exchange, 200, JSON.writeValueAsBytes(detail));
        } else {
            refuse(exchange, 1001);
        }
    }

    /** Only the window of now has meetings. */
    private JsonNode page(String query) {
        int from = query.contains("next_page_token=")
                ? Integer.parseInt(query.replaceAll(".*next_page_token=(\\d+).*", "$1"))
                : 0;
        var page = JSON.createObjectNode();
        int to = Math.min(listed.size(), from + PAGE);
        page.put("next_page_token", to < listed.size() ? String.valueOf(to) : "");
        var meetings = page.putArray("meetings");
        listed.subList(from, to).forEach(meetings::add);
        return page;
    }

    /** UUIDs with slashes come encoded twice. */
    private static String decoded(String uuid) {
        var once = URLDecoder.decode(uuid.replace("+", "%2B"), UTF_8);
        return once.contains("%") ? URLDecoder.decode(once.replace("+", "%2B"), UTF_8) : once;
    }

    private void file(HttpExchange exchange, String type) throws IOException {
        var content = content(type);
        boolean page = new String(content, 0, Math.min(content.length, 100), UTF_8).contains("<html");
        exchange.getResponseHeaders().set("Content-Type", page ? "text/html" : "application/octet-stream");
        send(exchange, 200, content);
    }

    private static void refuse(HttpExchange exchange, int code) throws IOException {
        send(
                exchange,
                404,
                "{\"code\":%d,\"message\":\"There is none.\"}".formatted(code).getBytes(UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
