package zoomsim.control;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import zoomsim.account.Account;
import zoomsim.account.Meeting;
import zoomsim.account.RecordingFile.ShownSize;
import zoomsim.auth.Tokens;
import zoomsim.fault.Faults;
import zoomsim.http.Handler;
import zoomsim.http.Json;
import zoomsim.http.Reply;
import zoomsim.http.Request;
import zoomsim.http.RequestLog;
import zoomsim.scenario.LiveMeetings;
import zoomsim.scenario.MeetingDescription;
import zoomsim.scenario.MeetingMaker;
import zoomsim.webhook.EventSource;

/**
 * The simulator's own interface, in JSON, below {@code /_simulator}:
 *
 * <ul>
 *   <li>{@code GET state}: clock, people, meetings with their files, faults that wait
 *   <li>{@code GET requests}, {@code DELETE requests}: the log
 *   <li>{@code POST faults}, {@code DELETE faults}: see {@link FaultJson}
 *   <li>{@code POST clock {"advance": "PT1H"}}
 *   <li>{@code POST meetings}: a {@link MeetingDescription}; answers when it is there, with the hashes of its files
 *   <li>{@code POST finish-processing {"uuid": …}}, without uuid all
 *   <li>{@code POST conditions {"uuid", "processing": true, "size": "ZERO", "withoutFiles": true}}
 *   <li>{@code POST expire-tokens}, {@code POST scopes {"scopes": […]}}
 *   <li>whatever concerns webhooks: see {@link WebhookControl}; meetings that go on and files that come late: see
 *       {@link LiveControl}
 *   <li>{@code POST trash}, {@code POST recover}, {@code POST delete {"uuid"}}: as if somebody did it at Zoom
 * </ul>
 *
 * @param progress how many of the scenario's meetings are there
 */
public record ControlApi(
        Account account,
        Tokens tokens,
        Faults faults,
        RequestLog requests,
        MeetingMaker maker,
        Supplier<String> progress,
        EventSource events)
        implements Handler {
    public static final String PATH = "/_simulator/";

    @Override
    public Reply handle(Request request) {
        try {
            var body = request.body().isBlank() ? Json.object() : Json.MAPPER.readTree(request.body());
            return answer(request.method() + " " + request.path().substring(PATH.length()), body);
        } catch (IllegalArgumentException | DateTimeException | JacksonException e) {
            return Reply.json(400, Json.object().put("error", String.valueOf(e.getMessage())));
        }
    }

    private Reply answer(String command, JsonNode body) {
        if (command.contains("webhook")) return new WebhookControl(account, tokens, events).answer(command, body);
        if (command.contains("live/") || command.equals("POST files")) {
            return new LiveControl(new LiveMeetings(account, maker, events)).answer(command, body);
        }
        switch (command) {
            case "GET state" -> {
                var state = StateJson.of(account);
                state.put("scenario", progress.get());
                state.set("faults", strings(faults.waiting()));
                state.set("scopes", strings(tokens.scopes()));
                return Reply.json(200, state);
            }
            case "GET requests" -> {
                return Reply.json(200, Json.MAPPER.valueToTree(requests.all()));
            }
            case "POST meetings" -> {
                var meeting = maker.make(Json.MAPPER.treeToValue(body, MeetingDescription.class));
                account.put(meeting);
                return Reply.json(201, StateJson.withHashes(meeting));
            }
            case "DELETE requests" -> requests.clear();
            case "POST faults" -> FaultJson.add(faults, body);
            case "DELETE faults" -> faults.clear();
            case "POST clock" ->
                account.clock().advance(Duration.parse(body.path("advance").asString("")));
            case "POST finish-processing" -> change(body, meeting -> meeting.processingUntil(null));
            case "POST conditions" -> change(body, meeting -> conditioned(meeting, body));
            case "POST trash" ->
                change(body, meeting -> meeting.trashed(account.clock().instant()));
            case "POST recover" -> change(body, meeting -> meeting.trashed(null));
            case "POST delete" -> account.remove(body.path("uuid").asString());
            case "POST expire-tokens" -> tokens.expireAll();
            case "POST scopes" -> tokens.scopes(texts(body.path("scopes")));
            default -> {
                return Reply.json(404, Json.object().put("error", "no command " + command));
            }
        }
        return Reply.empty(204);
    }

    private void change(JsonNode body, UnaryOperator<Meeting> change) {
        var uuid = body.path("uuid").asString("");
        if (!uuid.isEmpty() && account.meeting(uuid).isEmpty()) {
            throw new IllegalArgumentException("no meeting " + uuid);
        }
        account.meetings(meeting -> uuid.isEmpty() || meeting.uuid().equals(uuid))
                .forEach(meeting -> account.change(meeting.uuid(), change));
    }

    private static Meeting conditioned(Meeting meeting, JsonNode body) {
        var changed = meeting;
        if (body.path("processing").asBoolean(false)) changed = changed.processingUntil(Meeting.UNTIL_TOLD);
        if (body.has("withoutFiles"))
            changed = changed.withoutFiles(body.path("withoutFiles").asBoolean());
        if (!body.has("size")) return changed;
        var size = ShownSize.valueOf(body.path("size").asString());
        return changed.withFiles(
                changed.files().stream().map(file -> file.showing(size)).toList());
    }

    private static ArrayNode strings(List<String> texts) {
        var array = Json.array();
        texts.forEach(array::add);
        return array;
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
