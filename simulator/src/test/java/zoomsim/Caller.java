package zoomsim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import zoomsim.http.Json;

/** A client of the simulator that follows no redirects and hides nothing. */
final class Caller implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Simulator simulator;
    private String token = "";

    Caller(Simulator simulator) {
        this.simulator = simulator;
    }

    /** Gets a token and sends it from here on. */
    Caller signedIn() {
        token = json(askForToken(tokenForm())).path("access_token").asString();
        return this;
    }

    /** A form posted to the token endpoint with the right id and secret. */
    HttpResponse<String> askForToken(String form) {
        token = "";
        return post("/oauth/token", form, "Authorization", basic());
    }

    Caller with(String otherToken) {
        token = otherToken;
        return this;
    }

    String token() {
        return token;
    }

    HttpResponse<String> get(String pathOrUrl, String... headers) {
        return send("GET", pathOrUrl, "", headers);
    }

    /** The body of a reply that must be 200. */
    JsonNode json(String path) {
        var reply = get(path);
        if (reply.statusCode() != 200) throw new AssertionError(reply.statusCode() + " " + reply.body());
        return json(reply);
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    HttpResponse<String> send(String method, String pathOrUrl, String body, String... headers) {
        try {
            return http.send(request(method, pathOrUrl, body, headers), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<byte[]> bytes(String url, String... headers) throws IOException, InterruptedException {
        return http.send(request("GET", url, "", headers), BodyHandlers.ofByteArray());
    }

    static JsonNode json(HttpResponse<String> reply) {
        return Json.MAPPER.readTree(reply.body());
    }

    static String header(HttpResponse<?> reply, String name) {
        return reply.headers().firstValue(name).orElse("");
    }

    static String twice(String uuid) {
        return once(once(uuid));
    }

    static String once(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    String tokenForm() {
        return "grant_type=account_credentials&account_id="
                + simulator.account().id();
    }

    static String basic() {
        var credentials = Options.forTests().credentials();
        var pair = credentials.clientId() + ":" + credentials.clientSecret();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpRequest request(String method, String pathOrUrl, String body, String... headers) {
        var url = pathOrUrl.startsWith("http") ? pathOrUrl : simulator.url() + pathOrUrl;
        var request = HttpRequest.newBuilder(URI.create(url)).method(method, BodyPublishers.ofString(body));
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        if (headers.length > 0) request.headers(headers);
        return request.build();
    }
}
