package perennial.faults;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The portal as its users run it: a process of its own with an embedded PostgreSQL, spoken to over HTTP. */
final class PortalProcess implements AutoCloseable {
    static final String EMAIL = "ada@northwind.example";
    private static final String TOKEN = "a-token-of-at-least-32-characters-for-tests";
    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final int STILL_COUNTING = 202;
    private static final JsonMapper JSON = new JsonMapper();

    private final Process process;
    private final int port;
    private final Path log;
    private final HttpClient http = HttpClient.newHttpClient();

    private PortalProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /**
     * Starts on a free port and returns when it answers.
     *
     * @param home its data folder, which outlives the process
     * @param settings more {@code PERENNIAL_*} variables
     */
    static PortalProcess start(Path home, Map<String, String> settings) throws IOException {
        return launch(home, settings).awaitAnswer();
    }

    /** Starts, and does not wait for it. */
    static PortalProcess launch(Path home, Map<String, String> settings) throws IOException {
        var port = freePort();
        var log = home.resolveSibling(home.getFileName() + ".log");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(List.of(
                        java,
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "perennial.Perennial"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment()
                .putAll(Map.of(
                        "PERENNIAL_HOME",
                        home.toString(),
                        "PERENNIAL_PORT",
                        String.valueOf(port),
                        "PERENNIAL_ADDRESS",
                        "127.0.0.1",
                        "PERENNIAL_ADMIN_EMAIL",
                        EMAIL,
                        "PERENNIAL_ADMIN_PASSWORD",
                        "correct horse battery",
                        "PERENNIAL_ADMIN_TOKEN",
                        TOKEN));
        builder.environment().putAll(settings);
        return new PortalProcess(builder.start(), port, log);
    }

    PortalProcess awaitAnswer() throws IOException {
        try {
            Awaitility.await().atMost(START_LIMIT).until(this::answers);
        } catch (RuntimeException e) {
            kill();
            throw new IllegalStateException("the portal did not start:\n" + Files.readString(log), e);
        }
        return this;
    }

    /** Whether it is ready for work at this moment. */
    boolean ready() {
        return process.isAlive() && answers();
    }

    /** SIGSTOP: the process stands still, and does not know it. */
    void freeze() throws IOException {
        signal("STOP");
    }

    /** SIGCONT. */
    void thaw() throws IOException {
        signal("CONT");
    }

    private void signal(String name) throws IOException {
        try {
            var kill = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .inheritIO()
                    .start();
            if (kill.waitFor() != 0) throw new IOException("no " + name + " to " + process.pid());
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
    }

    private boolean answers() {
        if (!process.isAlive()) throw new IllegalStateException("the portal ended with " + process.exitValue());
        try {
            return send(request("/actuator/health").GET()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    JsonNode get(String path) throws IOException {
        return read(ask(path));
    }

    JsonNode post(String path, Object body) throws IOException {
        return read(sent(path, body));
    }

    /** As {@link #post}, with the words that it asks for before anything is deleted at Zoom. */
    JsonNode postConfirmed(String path, Map<String, ?> fields) throws IOException {
        var confirmed = new HashMap<String, Object>(fields);
        var asked = Awaitility.await()
                .atMost(START_LIMIT)
                .until(() -> sent(path, confirmed), reply -> reply.statusCode() != STILL_COUNTING);
        confirmed.put("confirm", JSON.readTree(asked.body()).at("/confirm").asString());
        return post(path, confirmed);
    }

    private HttpResponse<String> sent(String path, Object body) throws IOException {
        return send(json(path).POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** The answer as it comes, whatever its status. */
    HttpResponse<String> ask(String path) throws IOException {
        return send(request("/api/v1" + path).GET());
    }

    /** The bytes behind an address of the API's answers. */
    byte[] bytes(String address) throws IOException {
        var uri = URI.create(address).isAbsolute() ? URI.create(address).getRawPath() : address;
        try {
            var reply = http.send(request(uri).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
            if (reply.statusCode() != 200) throw new IOException(address + " answers " + reply.statusCode());
            return reply.body();
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
    }

    /** SIGKILL: no shutdown hook runs. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** SIGTERM, as an operator stops it. */
    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the portal did not stop within a minute; its log: " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest.Builder json(String path) {
        return request("/api/v1" + path).header("Content-Type", "application/json");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(90))
                .header("Authorization", "Bearer " + TOKEN);
    }

    private static JsonNode read(HttpResponse<String> reply) throws IOException {
        if (reply.statusCode() >= 300) throw new IOException(reply.statusCode() + ": " + reply.body());
        return JSON.readTree(reply.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
