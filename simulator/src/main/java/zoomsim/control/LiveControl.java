package zoomsim.control;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import zoomsim.http.Json;
import zoomsim.http.Reply;
import zoomsim.scenario.LiveMeetings;
import zoomsim.scenario.MeetingDescription.FileDescription;

/**
 * Orders about meetings that go on, and about what comes late:
 *
 * <ul>
 *   <li>{@code POST live/start {"topic", "host"}}: begins and records; answers with the uuid. With {@code uuid}: the next segment
 *   <li>{@code POST live/pause}, {@code live/resume}, {@code live/stop {"uuid"}}
 *   <li>{@code POST live/end {"uuid", "processingFor": "PT10M", "transcriptAfter": "PT3H"}}
 *   <li>{@code POST files {"uuid", "after": "PT3H", "files": [{"recordingType", …}]}}: appear then
 * </ul>
 */
record LiveControl(LiveMeetings live) {
    Reply answer(String command, JsonNode body) {
        var uuid = body.path("uuid").asString("");
        switch (command) {
            case "POST live/start" -> {
                var meeting = live.start(
                        uuid.isEmpty() ? null : uuid,
                        body.path("topic").asString("A meeting"),
                        body.has("host") ? body.path("host").asString() : null);
                return Reply.json(201, Json.object().put("uuid", meeting.uuid()));
            }
            case "POST live/pause" -> live.pause(uuid, true);
            case "POST live/resume" -> live.pause(uuid, false);
            case "POST live/stop" -> live.stop(uuid);
            case "POST live/end" -> live.end(uuid, duration(body, "processingFor"), duration(body, "transcriptAfter"));
            case "POST files" -> {
                List<FileDescription> files =
                        Json.MAPPER.convertValue(body.path("files"), new TypeReference<List<FileDescription>>() {});
                var after = duration(body, "after");
                live.addLater(uuid, after == null ? Duration.ZERO : after, files);
            }
            default -> {
                return Reply.json(404, Json.object().put("error", "no command " + command));
            }
        }
        return Reply.empty(204);
    }

    private static @Nullable Duration duration(JsonNode body, String name) {
        return body.has(name) ? Duration.parse(body.path(name).asString()) : null;
    }
}
