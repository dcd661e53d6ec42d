package perennial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One visitor over real HTTP: keeps cookies, follows nothing by itself, fills in forms with the page's CSRF token. */
public final class Browser implements AutoCloseable {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final Function<String, URI> portal;

    public Browser(Function<String, URI> portal) {
        this.portal = portal;
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(portal.apply(path)).header("Accept", "text/html,*/*;q=0.8"));
    }

    /** Opens {@code page}, takes its token, and sends {@code fields} to {@code action}. */
    public HttpResponse<String> submit(String page, String action, Map<String, String> fields) {
        var token = CSRF.matcher(get(page).body());
        if (!token.find()) throw new AssertionError("no form on " + page);
        return post(action, fields, token.group(1));
    }

    /** Sends a form with this token, or (empty) without one. */
    public HttpResponse<String> post(String action, Map<String, String> fields, String token) {
        var body = new StringBuilder(form(fields));
        if (!token.isEmpty()) body.append("&_csrf=").append(encoded(token));
        return send(HttpRequest.newBuilder(portal.apply(action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html,*/*;q=0.8")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    public HttpResponse<String> signIn(String email, String password) {
        return submit("/sign-in", "/sign-in", Map.of("email", email, "password", password));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(cookie -> cookie.getValue())
                .findFirst()
                .orElse("");
    }

    /** Forgets the cookies of that name. */
    public void forget(String name) {
        var store = cookies.getCookieStore();
        store.getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .toList()
                .forEach(cookie -> store.remove(null, cookie));
    }

    @Override
    public void close() {
        http.close();
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
