package zoomsim;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The schema of one reply in Zoom's own documents, with their known mistakes set right where a test says so. */
final class OfficialSchema {
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDialect(
            Dialects.getOpenApi30(),
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private final JsonNode schema;

    private OfficialSchema(JsonNode schema) {
        this.schema = schema;
    }

    static OfficialSchema ofReply(String file, String path) {
        return new OfficialSchema(Shared.json("openapi/" + file)
                .path("paths")
                .path(path)
                .path("get")
                .path("responses")
                .path("200")
                .path("content")
                .path("application/json")
                .path("schema"));
    }

    /** Of a webhook's body. */
    static OfficialSchema ofWebhook(String file, String event) {
        return new OfficialSchema(Shared.json("openapi/" + file)
                .path("webhooks")
                .path(event)
                .path("post")
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema"));
    }

    /** The documents say text, every real reply has a number. */
    OfficialSchema withNumericMeetingType() {
        return changed("type", type -> {
            if (type.path("enum").path(0).asString("").equals("1")) {
                type.put("type", "integer");
                type.remove("enum");
            }
        });
    }

    /** The validator's own mistake: it knows a list of top-level domains, in which those for examples are not. */
    OfficialSchema withExampleDomains() {
        changed("host_email", email -> email.remove("format"));
        changed("operator", email -> email.remove("format"));
        return changed("email", email -> email.remove("format"));
    }

    /** One of the two enums forgets it, though the text names it. */
    OfficialSchema withTimeline() {
        return allowing("file_type", "TIMELINE");
    }

    /** Webhooks bring transcripts, though the enum of one of them forgets it. */
    OfficialSchema withTranscripts() {
        return allowing("recording_type", "audio_transcript");
    }

    /** What replies show of a recording that is still being made, as clients report it. */
    OfficialSchema withUnfinishedFiles() {
        allowing("file_type", "").allowing("status", "processing");
        return changed("recording_end", end -> end.remove("format"));
    }

    List<String> mistakes(JsonNode reply) {
        return REGISTRY
                .getSchema(schema.toString(), InputFormat.JSON)
                .validate(reply.toString(), InputFormat.JSON)
                .stream()
                .map(Error::toString)
                .toList();
    }

    /** Names of fields that the reply has and the schema does not. */
    Set<String> fieldsBeyond(JsonNode reply) {
        var beyond = new TreeSet<String>();
        compare(List.of(schema), reply, beyond);
        return beyond;
    }

    private OfficialSchema allowing(String property, String value) {
        return changed(property, found -> {
            if (found.path("enum") instanceof ArrayNode values) values.add(value);
        });
    }

    private OfficialSchema changed(String property, Consumer<ObjectNode> change) {
        change(schema, property, change);
        return this;
    }

    private static void change(JsonNode node, String property, Consumer<ObjectNode> change) {
        if (node.path("properties").path(property) instanceof ObjectNode found) change.accept(found);
        node.forEach(child -> change(child, property, change));
    }

    private static void compare(List<JsonNode> schemas, JsonNode value, Set<String> beyond) {
        if (value.isArray()) {
            var items = flat(schemas).stream()
                    .map(each -> each.path("items"))
                    .filter(JsonNode::isObject)
                    .toList();
            value.valueStream().forEach(each -> compare(items, each, beyond));
        }
        for (var field : value.properties()) {
            var known = flat(schemas).stream()
                    .map(each -> each.path("properties").path(field.getKey()))
                    .filter(JsonNode::isObject)
                    .toList();
            if (known.isEmpty()) beyond.add(field.getKey());
            else compare(known, field.getValue(), beyond);
        }
    }

    private static List<JsonNode> flat(List<JsonNode> schemas) {
        var flat = new ArrayList<JsonNode>();
        for (var each : schemas) {
            flat.add(each);
            flat.addAll(flat(each.path("allOf").valueStream().toList()));
        }
        return flat;
    }
}
