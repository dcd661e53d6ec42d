package perennial;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description of the API that the portal serves, to hold real replies against. */
public final class ApiContract {
    private static final JsonMapper JSON = new JsonMapper();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDialect(
            Dialects.getDraft202012(),
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private final JsonNode document;
    private final List<Route> routes = new ArrayList<>();
    private final Map<JsonNode, Schema> schemas = new HashMap<>();

    /** An operation of the description, such as {@code GET /api/v1/media/{id}}. */
    private record Route(String name, Pattern address, JsonNode operation) {}

    public ApiContract(String description) {
        document = JSON.readTree(description);
        closed(document.path("components").path("schemas"));
        closed(document.path("paths"));
        for (var path : document.path("paths").properties()) {
            var address = Pattern.compile(path.getKey().replaceAll("\\{[^}]+}", "[^/]+"));
            for (var operation : path.getValue().properties()) {
                var name = operation.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey();
                routes.add(new Route(name, address, operation.getValue()));
            }
        }
        routes.sort(Comparator.comparingLong(
                route -> route.name().chars().filter(c -> c == '{').count()));
    }

    public JsonNode document() {
        return document;
    }

    public Set<String> operations() {
        var names = new TreeSet<String>();
        routes.forEach(route -> names.add(route.name()));
        return names;
    }

    /** The operation that serves this; empty: none that is described. */
    public Optional<String> operation(String method, String path) {
        return route(method, path).map(Route::name);
    }

    /**
     * What is otherwise in this reply than the description says, or in the body that it is a reply to.
     *
     * @param sent as JSON; null for another kind of body, or none
     */
    public List<String> mistakes(String method, String path, @Nullable String sent, HttpResponse<String> reply) {
        var route = route(method, path);
        if (route.isEmpty()) {
            return reply.statusCode() == 404 || reply.statusCode() == 405 || reply.statusCode() == 401
                    ? List.of()
                    : List.of("not described: " + method + " " + path);
        }
        var mistakes = new ArrayList<>(mistakes(route.get(), reply));
        if (sent != null && !sent.isEmpty() && reply.statusCode() < 300) mistakes.addAll(mistakes(route.get(), sent));
        return mistakes.stream()
                .map(each -> "%s, %d: %s in %s".formatted(route.get().name(), reply.statusCode(), each, reply.body()))
                .toList();
    }

    private List<String> mistakes(Route route, HttpResponse<String> reply) {
        var answers = route.operation().path("responses");
        var answer = answers.path(String.valueOf(reply.statusCode()));
        if (answer.isMissingNode() && reply.statusCode() >= 400) answer = answers.path("default");
        if (answer.isMissingNode()) return List.of("this status is not described");
        var content = answer.path("content");
        if (content.isEmpty() || route.name().startsWith("HEAD")) {
            return reply.body().isEmpty() ? List.of() : List.of("there is a body");
        }
        var type = reply.headers().firstValue("Content-Type").orElse("none").split(";", -1)[0];
        if (!content.has(type)) return List.of("the type is " + type);
        return schema(content.path(type).path("schema")).validate(reply.body(), InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    /** What was taken is to be as it is described, too. */
    private List<String> mistakes(Route route, String sent) {
        var body = route.operation().path("requestBody").path("content").path("application/json");
        if (body.isMissingNode())
            return sent.equals("{}") ? List.of() : List.of("no body is described, but " + sent + " was taken");
        return schema(body.path("schema")).validate(sent, InputFormat.JSON).stream()
                .map(error -> error + " in what was taken, " + sent)
                .toList();
    }

    private synchronized Schema schema(JsonNode described) {
        return schemas.computeIfAbsent(described, node -> {
            var whole = ((ObjectNode) node).deepCopy();
            whole.set("components", document.path("components"));
            return REGISTRY.getSchema(whole.toString(), InputFormat.JSON);
        });
    }

    private Optional<Route> route(String method, String path) {
        return routes.stream()
                .filter(route -> route.name().startsWith(method + " "))
                .filter(route ->
                        route.address().matcher(path.split("\\?", -1)[0]).matches())
                .findFirst();
    }

    /** A field that is not described is a mistake here, though clients are told to pass over it. */
    private static void closed(JsonNode node) {
        if (node instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(ApiContract::closed);
    }
}
