package perennial.sync;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a webhook is about. Nothing else of its body is read: what is true, Zoom is asked for. */
sealed interface Hint {
    /** Something about these recordings is new: they are made, have grown, were renamed or came back. */
    record Changed(List<String> uuids) implements Hint {}

    /** These are in the trash now, or deleted. */
    record Removed(List<String> uuids) implements Hint {}

    /**
     * A recording that is being made was paused, or goes on.
     *
     * @param at when that happened, by Zoom's clock
     */
    record Paused(String uuid, Instant at, boolean resumed) implements Hint {}

    /** Somebody came, went or has another name. */
    record People() implements Hint {}

    /** The app was taken off the account. */
    record Deauthorized() implements Hint {}

    /** Zoom asks whether the secret is known here, to be answered at once. */
    record Validation(String plainToken) implements Hint {}

    /** Nothing that a sync would care about. */
    record Nothing() implements Hint {}

    JsonMapper JSON = new JsonMapper();

    /** Zoom's are base64; other servers may have their own. */
    Pattern UUID = Pattern.compile("[\\x21-\\x7e]{1,200}");

    /** The year 9999; a database's time has its end, too. */
    long LATEST_MILLIS = 253_402_300_799_000L;

    Pattern TOKEN = Pattern.compile("[\\x20-\\x7e]{1,500}");

    /**
     * Reads the body of a call.
     *
     * @throws IllegalArgumentException if this is no event at all
     */
    static Hint of(byte[] body) {
        JsonNode json;
        try {
            json = JSON.readTree(new String(body, StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
        var event = json.path("event").asString("");
        if (event.isEmpty()) throw new IllegalArgumentException("no event");
        var payload = json.path("payload");
        if (event.startsWith("user.")) return new People();
        return switch (event) {
            case "endpoint.url_validation" -> validation(payload);
            case "app_deauthorized" -> new Deauthorized();
            case "recording.completed",
                    "recording.transcript_completed",
                    "recording.recovered",
                    "recording.batch_recovered",
                    "recording.renamed" -> new Changed(uuids(payload));
            case "recording.trashed", "recording.deleted", "recording.batch_trashed", "recording.batch_deleted" ->
                new Removed(uuids(payload));
            case "recording.paused", "recording.resumed" ->
                paused(uuids(payload), json.path("event_ts").asLong(0), event.endsWith("resumed"));
            default -> new Nothing();
        };
    }

    private static Hint paused(List<String> uuids, long millis, boolean resumed) {
        if (uuids.size() != 1 || millis <= 0 || millis > LATEST_MILLIS) return new Nothing();
        return new Paused(uuids.getFirst(), Instant.ofEpochMilli(millis), resumed);
    }

    private static Hint validation(JsonNode payload) {
        var token = payload.path("plainToken").asString("");
        if (!TOKEN.matcher(token).matches()) throw new IllegalArgumentException("no plain token");
        return new Validation(token);
    }

    /** Of one meeting, or of the many of a batch. */
    private static List<String> uuids(JsonNode payload) {
        var uuids = new LinkedHashSet<String>();
        var object = payload.path("object");
        add(uuids, object.path("uuid"));
        for (var each : object.path("meeting_uuids")) add(uuids, each);
        for (var each : object.path("meetings")) add(uuids, each.path("meeting_uuid"));
        return List.copyOf(uuids);
    }

    private static void add(Set<String> uuids, JsonNode found) {
        var uuid = found.asString("");
        if (UUID.matcher(uuid).matches()) uuids.add(uuid);
    }
}
