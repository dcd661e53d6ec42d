package perennial.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What went wrong in products like this one, tried on every address that it could come in by; {@code docs/develop/lessons.md}. */
class LessonsTest extends AccessTest {
    private static final List<String> NAMES_OF_ADDRESSES = List.of(
            "url",
            "uri",
            "src",
            "href",
            "link",
            "file",
            "path",
            "to",
            "from",
            "next",
            "redirect",
            "callback",
            "download_url",
            "picture");
    /** As a client may write them into a path. */
    private static final List<String> WAYS_OUT = List.of(
            "..%2f..%2fapplication.yaml",
            "..%5c..%5capplication.yaml",
            "..%252f..%252fapplication.yaml",
            "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
            "%c0%ae%c0%ae%c0%afetc%c0%afpasswd",
            "..;/..;/etc/passwd",
            "x;/../y",
            "%00",
            "x%00.vtt",
            "C:%5cwindows%5cwin.ini",
            "%2fetc%2fpasswd",
            "file:%2f%2f%2fetc%2fpasswd",
            "x%0d%0aSet-Cookie:%20a=b");

    private final List<String> wrong = new ArrayList<>();

    @BeforeEach
    void nothingWrong() {
        wrong.clear();
    }

    /** Jellyfin CVE-2021-29490 and PeerTube GHSA-mv26-cx23-vrfg. */
    @Test
    void opensNoAddressThatSomebodySends() throws Exception {
        try (var listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var bait = "http://127.0.0.1:%d/bait".formatted(listening.getLocalPort());
            var form = NAMES_OF_ADDRESSES.stream()
                    .map(name -> name + "=" + URLEncoder.encode(bait, UTF_8))
                    .collect(Collectors.joining("&"));
            for (var row : Row.all()) {
                if (row.files()
                        || row.kind() == Kind.MANAGERS
                        || row.kind() == Kind.LEAVES
                        || row.sent().equals("tus")) continue;
                var text = row.sent().startsWith("{")
                        || row.sent().startsWith("[")
                        || row.sent().startsWith("file")
                        || row.sent().equals("vtt");
                var sent = text || (row.api() && !row.reads()) ? row.sent() : row.sent() + "&" + form;
                var baited = new Row(row.kind(), row.method(), row.route(), row.admin(), row.lists(), sent);
                var names = names(row, State.PUBLIC, Map.of());
                var author = visitor(Asker.AUTHOR);
                if (row.api()) byToken(baited, author, names);
                else bySession(baited, author, names);
                shelf.restore(State.PUBLIC);
            }
            listening.setSoTimeout(500);
            try (var came = listening.accept()) {
                wrong.add("somebody came from " + came.getRemoteSocketAddress());
            } catch (SocketTimeoutException e) {
                // nobody
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Jellyfin CVE-2021-21402 and CVE-2026-35031: traversal in whatever way it is written, in each part of each address. */
    @Test
    void letsNoPathOut() {
        for (var row : Row.all()) {
            if (!row.method().equals("GET")
                    || row.kind() == Kind.MANAGERS
                    || !row.route().contains("{")) continue;
            for (var way : WAYS_OUT) mustBeNowhere(row.route(), way);
        }
        for (var folder : List.of("/assets/", "/webjars/", "/brand/", "/")) {
            for (var way : WAYS_OUT) mustBeNowhere(folder + "{x}", way);
        }
        assertThat(wrong).isEmpty();
    }

    private void mustBeNowhere(String route, String way) {
        var id = shelf.of(State.PUBLIC).id().toString();
        var parts = route.replaceFirst("\\{(id|what)}", route.matches(".*\\{.*\\{.*") ? id : "{x}");
        var path = parts.replaceAll("\\{\\w+}", way.replace("\\", "\\\\"));
        var request = HttpRequest.newBuilder(URI.create(at("") + path));
        var author = visitor(Asker.AUTHOR);
        var reply = path.startsWith("/api/") ? byToken(request, author.token()) : author.asBrowser(request);
        if (reply.status() < 400 || reply.status() >= 500)
            wrong.add(path + ": " + reply.status() + " " + reply.location());
    }

    /** Jellyfin CVE-2026-35031: the name of a language, or of a file's kind, is never part of a path. */
    @Test
    void takesNothingButALanguageForALanguage() {
        var put = Row.all().stream()
                .filter(row -> row.name().equals("PUT /api/v1/media/{id}/captions/{language}"))
                .findFirst()
                .orElseThrow();
        var names = new HashMap<>(names(put, State.PUBLIC, Map.of()));
        var before = fingerprint();
        for (var language : Stream.concat(WAYS_OUT.stream(), Stream.of("en_US", "e", "-y", "en%20-y", "%25s"))
                .toList()) {
            names.put("language", language);
            var status = byToken(put, visitor(Asker.AUTHOR), names).status();
            if (status < 400 || status >= 500) wrong.add(language + ": " + status);
        }
        assertThat(wrong).isEmpty();
        assertThat(fingerprint()).isEqualTo(before);
    }

    /** Opencast CVE-2020-5206: a cookie that is no session's is nobody's, on addresses for everybody too. */
    @Test
    void takesABadCookieForNobody() {
        var session =
                Base64.getEncoder().encodeToString(UUID.randomUUID().toString().getBytes(UTF_8));
        var person = visitor(Asker.AUTHOR).person().id().toString();
        for (var cookie : List.of(session, person, "%00", "a".repeat(4_000), session + "; remember-me=" + session)) {
            for (var row : Row.all()) {
                var asked = row.method().equals("GET")
                        && !row.api()
                        && (row.kind() == Kind.SEES || row.lists() || row.kind() == Kind.EDITS);
                if (!asked) continue;
                var request = requests.of(row, names(row, State.PRIVATE, things(row)))
                        .header("Cookie", "perennial=" + cookie);
                var reply = byToken(request, null);
                if (shelf.named(State.PRIVATE, reply.body())
                        || (row.kind().ofVideo() && reply.letIn() && reply.status() < 400)) {
                    wrong.add(row.name() + " with " + cookie + ": " + reply.status());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** PeerTube: lax rules about other sites. */
    @Test
    void letsNoOtherSiteRead() {
        for (var row : Row.all()) {
            if (row.files() || row.kind() == Kind.LEAVES || !row.reads()) continue;
            var names = names(row, State.PUBLIC, Map.of());
            var request = requests.of(row, names).header("Origin", "https://evil.example");
            var headers = headers(request, visitor(Asker.ADMINISTRATOR).token());
            if (headers.keySet().stream().anyMatch(name -> name.startsWith("access-control-"))) wrong.add(row.name());
        }
        var preflight = HttpRequest.newBuilder(at("/api/v1/people"))
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "POST");
        assertThat(headers(preflight, null).keySet()).noneMatch(name -> name.startsWith("access-control-"));
        assertThat(wrong).isEmpty();
    }
}
