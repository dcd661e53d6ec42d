package zoomsim.showcase;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import zoomsim.http.Json;

/**
 * The portal's API on behalf of one person. Serves several threads.
 *
 * @param portal scheme, host and port
 * @param token of that person
 */
record PortalApi(URI portal, HttpClient http, String token) {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(150);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** The portal answered with a problem. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int status;

        Refused(int status, String what) {
            super(what);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    /** The same on behalf of somebody else. */
    PortalApi as(String other) {
        return new PortalApi(portal, http, other);
    }

    JsonNode get(String path) {
        return json(send("GET", path, null, "application/json"));
    }

    /** @param body as JSON; null for none */
    JsonNode send(String method, String path, @Nullable Object body) {
        var text =
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(Json.MAPPER.writeValueAsString(body));
        return json(send(method, path, text, "application/json"));
    }

    void put(String path, String text, String type) {
        send("PUT", path, BodyPublishers.ofString(text), type);
    }

    /**
     * Uploads a file by the tus protocol and waits until it can be played.
     *
     * @return the id of the video
     * @throws Refused if the portal cannot use it
     */
    String upload(Path file, String name) throws IOException {
        var metadata = "filename " + Base64.getEncoder().encodeToString(name.getBytes(UTF_8));
        var begun = exchange(request("/api/v1/uploads", "application/json")
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", Long.toString(Files.size(file)))
                .header("Upload-Metadata", metadata)
                .POST(BodyPublishers.noBody()));
        var place = begun.headers().firstValue("Location").orElseThrow();
        exchange(request(place, "application/offset+octet-stream")
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Offset", "0")
                .method("PATCH", BodyPublishers.ofFile(file)));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var now = get(place);
            switch (now.get("state").asString()) {
                case "ready" -> {
                    return now.get("mediaId").asString();
                }
                case "refused", "failed" ->
                    throw new Refused(422, name + ": " + now.get("reason").asString());
                default -> pause(BETWEEN_LOOKS);
            }
        }
        throw new Refused(504, name + " was not made playable within " + PATIENCE);
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("told to stop", e);
        }
    }

    private HttpResponse<String> send(String method, String path, @Nullable BodyPublisher body, String type) {
        return exchange(request(path, type).method(method, body == null ? BodyPublishers.noBody() : body));
    }

    private HttpRequest.Builder request(String path, String type) {
        return HttpRequest.newBuilder(portal.resolve(path))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type);
    }

    private HttpResponse<String> exchange(HttpRequest.Builder building) {
        var request = building.build();
        try {
            var reply = http.send(request, BodyHandlers.ofString());
            if (reply.statusCode() < 300) return reply;
            throw new Refused(
                    reply.statusCode(),
                    "%s %s: %d %s"
                            .formatted(request.method(), request.uri().getPath(), reply.statusCode(), reply.body()));
        } catch (IOException e) {
            throw new Refused(
                    503, "%s %s: %s".formatted(request.method(), request.uri().getPath(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("told to stop", e);
        }
    }

    private static JsonNode json(HttpResponse<String> reply) {
        return reply.body().isEmpty() ? Json.object() : Json.MAPPER.readTree(reply.body());
    }
}
