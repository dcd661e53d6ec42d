package perennial.access;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Makes a request of a row: what stands in braces is filled in, what is to be sent is written out. */
final class Requests {
    private static final Pattern BRACES = Pattern.compile("\\{(\\w+)}");
    private static final String VTT = "WEBVTT\n\n00:01.000 --> 00:03.000\nChanged\n";

    private final Function<String, URI> portal;
    private final Map<String, String> always;

    /**
     * @param always what stands for names in braces wherever {@link #of} is not told otherwise; for other names it is something
     *     that does not exist
     */
    Requests(Function<String, URI> portal, Map<String, String> always) {
        this.portal = portal;
        this.always = always;
    }

    HttpRequest.Builder of(Row row, Map<String, String> names) {
        var path = filled(row.route().replace("**", ""), names);
        var sent = filled(row.sent(), names);
        var method = row.method().equals("ANY") ? "GET" : row.method();
        if (row.reads() && !sent.equals("tus")) {
            var query = sent.isEmpty() ? "" : "?" + sent;
            return HttpRequest.newBuilder(portal.apply(path + query)).method(method, BodyPublishers.noBody());
        }
        var request = HttpRequest.newBuilder(portal.apply(path));
        return request.method(method, body(request, method, sent, row.api()));
    }

    private String filled(String text, Map<String, String> names) {
        return BRACES.matcher(text).replaceAll(found -> {
            var name = found.group(1);
            var value = names.getOrDefault(name, always.get(name));
            return value == null ? UUID.randomUUID().toString() : value;
        });
    }

    private static BodyPublisher body(HttpRequest.Builder request, String method, String sent, boolean api) {
        if (sent.equals("tus")) return tus(request, method);
        if (sent.equals("vtt")) {
            request.header("Content-Type", "text/vtt");
            return BodyPublishers.ofString(VTT);
        }
        if (sent.startsWith("file ")) {
            request.header("Content-Type", "multipart/form-data; boundary=line");
            return BodyPublishers.ofString("""
                    --line\r
                    Content-Disposition: form-data; name="%s"; filename="a.vtt"\r
                    Content-Type: text/vtt\r
                    \r
                    %s\r
                    --line--\r
                    """.formatted(sent.substring("file ".length()), VTT));
        }
        var json = api || sent.startsWith("{") || sent.startsWith("[");
        if (json && sent.isEmpty()) return BodyPublishers.noBody();
        request.header("Content-Type", json ? "application/json" : "application/x-www-form-urlencoded");
        return BodyPublishers.ofString(sent);
    }

    private static BodyPublisher tus(HttpRequest.Builder request, String method) {
        request.header("Tus-Resumable", "1.0.0");
        switch (method) {
            case "POST" -> request.header("Upload-Length", "5");
            case "PATCH" -> {
                request.header("Content-Type", "application/offset+octet-stream")
                        .header("Upload-Offset", "0");
                return BodyPublishers.ofString("hello");
            }
            default -> {}
        }
        return BodyPublishers.noBody();
    }
}
