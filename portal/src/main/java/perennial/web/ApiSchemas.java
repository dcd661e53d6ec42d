package perennial.web;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of what the API takes and answers, read off its records: what is not {@code @Nullable} is always there, an enum
 * is its words. A type that is none of ours nor of those that JSON knows is a mistake.
 */
final class ApiSchemas {
    private static final String NULL = "null";

    private final Map<String, Schema<?>> named = new TreeMap<>();
    private final Map<String, Class<?>> types = new LinkedHashMap<>();

    /** All that were made so far, by name. */
    @SuppressWarnings({"rawtypes", "unchecked"})
    synchronized Map<String, Schema> all() {
        return new TreeMap<>((Map) named);
    }

    synchronized Schema<?> of(Type type) {
        return switch (type) {
            case ParameterizedType generic -> generic(generic);
            case Class<?> simple -> simple(simple);
            default -> throw new IllegalArgumentException("not for the API: " + type);
        };
    }

    /** Of RFC 9457, as the portal words it. */
    synchronized Schema<?> problem() {
        if (!named.containsKey("Problem")) {
            var problem = object();
            problem.description("A problem of RFC 9457. Some say more, such as `errors` or `confirm`.");
            problem.addProperty("type", typed("string").description("Always about:blank"));
            problem.addProperty("title", typed("string").description("What happened, in a sentence"));
            problem.addProperty("status", typed("integer"));
            problem.addProperty("detail", typed("string").description("What helps"));
            problem.addProperty("code", typed("string").description("A stable name for scripts"));
            problem.addProperty(
                    "reference", typed("string").description("Of a server error: the log tells more under it"));
            problem.addProperty("errors", list(wrongField()).description("Each field that is wrong, with a sentence"));
            problem.setRequired(List.of("type", "title", "status", "detail", "code"));
            problem.setAdditionalProperties(true);
            named.put("Problem", problem);
        }
        return reference("Problem");
    }

    private static Schema<?> wrongField() {
        var wrong = object();
        wrong.addProperty("field", typed("string"));
        wrong.addProperty("message", typed("string"));
        wrong.setRequired(List.of("field", "message"));
        return wrong;
    }

    private Schema<?> generic(ParameterizedType type) {
        var raw = (Class<?>) type.getRawType();
        var arguments = type.getActualTypeArguments();
        if (Collection.class.isAssignableFrom(raw)) return list(of(arguments[0]));
        if (Map.class.isAssignableFrom(raw)) return object().additionalProperties(of(arguments[1]));
        if (raw == Listing.class) return page(arguments[0]);
        throw new IllegalArgumentException("not for the API: " + type);
    }

    private Schema<?> page(Type item) {
        var page = object();
        page.addProperty("items", list(of(item)));
        page.addProperty("next", orNull(typed("string")).description("Send it back as `cursor`; null at the end"));
        page.setRequired(List.of("items", "next"));
        return page;
    }

    private Schema<?> simple(Class<?> type) {
        var value = value(type);
        if (type.isEnum()) return words(type, value.orElseThrow());
        if (value.isPresent()) return simple(value.get().getReturnType());
        if (type.isRecord()) return record(type);
        if (type == String.class) return typed("string");
        if (type == UUID.class) return typed("string").format("uuid");
        if (type == Instant.class) return typed("string").format("date-time");
        if (type == LocalDate.class) return typed("string").format("date");
        if (type == boolean.class || type == Boolean.class) return typed("boolean");
        if (type == int.class || type == Integer.class) return typed("integer").format("int32");
        if (type == long.class || type == Long.class) return typed("integer").format("int64");
        if (type == double.class || type == Double.class) return typed("number").format("double");
        throw new IllegalArgumentException("not for the API: " + type);
    }

    private Schema<?> record(Class<?> type) {
        var name = name(type);
        var before = types.putIfAbsent(name, type);
        if (before != null && before != type)
            throw new IllegalArgumentException("two are called %s: %s, %s".formatted(name, before, type));
        if (before == null) named.put(name, described(type));
        return reference(name);
    }

    private Schema<?> described(Class<?> type) {
        var schema = object();
        var words = ApiWords.components(type);
        for (var component : type.getRecordComponents()) {
            var property = of(component.getGenericType());
            if (mayBeNull(component)) property = orNull(property);
            if (words.containsKey(component.getName())) property.description(words.get(component.getName()));
            schema.addProperty(component.getName(), property);
            if (alwaysThere(component)) schema.addRequiredItem(component.getName());
        }
        return schema;
    }

    private static boolean mayBeNull(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** What may be left out of a request may be null; an answer leaves nothing out unless it says so. */
    private static boolean alwaysThere(RecordComponent component) {
        return !mayBeNull(component);
    }

    private static Schema<?> words(Class<?> type, Method value) {
        var schema = typed("string");
        for (var constant : type.getEnumConstants()) schema.addEnumItemObject(String.valueOf(call(value, constant)));
        return schema;
    }

    private static Object call(Method value, Object on) {
        try {
            value.setAccessible(true);
            return value.invoke(on);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What Jackson writes for an object of this type. */
    private static Optional<Method> value(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(JsonValue.class))
                .findFirst();
    }

    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.get$ref() != null) {
            return new JsonSchema().anyOf(List.of(schema, typed(NULL)));
        }
        schema.addType(NULL);
        if (schema.getEnum() != null) schema.addEnumItemObject(null);
        return schema;
    }

    private static Schema<?> list(Schema<?> items) {
        return typed("array").items(items);
    }

    private static Schema<Object> object() {
        return typed("object");
    }

    private static Schema<Object> typed(String type) {
        var schema = new JsonSchema();
        schema.addType(type);
        return schema;
    }

    private static Schema<?> reference(String name) {
        return new JsonSchema().$ref("#/components/schemas/" + name);
    }

    /** After its place: {@code MediaJson.View} is {@code MediaView}; or as {@code @Schema(name)} says. */
    private static String name(Class<?> type) {
        var told = type.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
        if (told != null && !told.name().isEmpty()) return told.name();
        var around = type.getEnclosingClass();
        return (around == null ? "" : name(around)) + plain(type.getSimpleName());
    }

    /** Without the words that only tell code apart. */
    static String plain(String name) {
        return name.replaceAll("(Api)?Controller$|Api$|Json$|Body$", "");
    }
}
