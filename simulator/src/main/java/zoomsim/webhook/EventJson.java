package zoomsim.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import zoomsim.account.Account;
import zoomsim.account.Meeting;
import zoomsim.account.RecordingFile;
import zoomsim.account.User;
import zoomsim.api.RecordingJson;
import zoomsim.auth.Tokens;
import zoomsim.http.Json;

/** Writes the bodies of events with the fields that Zoom's documents give them. */
record EventJson(Account account, RecordingJson recordings, Tokens tokens) {
    /** Of a {@code download_token}. */
    private static final Duration TOKEN_LIFE = Duration.ofHours(24);

    /** {@code recording.completed}, {@code recording.transcript_completed}: files are there to be fetched. */
    ObjectNode ready(String event, Meeting meeting, List<RecordingFile> files) {
        var body = event(event);
        var object = recordings.inWebhook(meeting, files);
        if (event.equals("recording.transcript_completed")) {
            object.remove(List.of("recording_play_passcode", "on_prem", "participant_audio_files"));
        }
        payload(body).set("object", object);
        return body.put("download_token", tokens.issueForDownload(TOKEN_LIFE));
    }

    /** {@code recording.trashed}, {@code .recovered}, {@code .deleted}: somebody did it. */
    ObjectNode operated(String event, Meeting meeting, List<RecordingFile> files) {
        var body = event(event);
        var object = recordings.inWebhook(meeting, files);
        object.remove(List.of("recording_play_passcode", "host_email", "password", "on_prem"));
        operator(payload(body)).set("object", object);
        if (!event.equals("recording.deleted")) body.put("download_token", tokens.issueForDownload(TOKEN_LIFE));
        return body;
    }

    ObjectNode renamed(Meeting before, Meeting after) {
        var body = event("recording.renamed");
        var payload = operator(payload(body));
        payload.put("time_stamp", account.clock().instant().toEpochMilli());
        payload.set("object", name(after));
        payload.set("old_object", name(before));
        return body;
    }

    /**
     * {@code recording.started}, {@code .paused}, {@code .resumed}, {@code .stopped}.
     *
     * @param end null: empty text, as while it goes on
     */
    ObjectNode live(String event, Meeting meeting, Instant start, @Nullable Instant end) {
        var body = event(event);
        var object = name(meeting)
                .put("start_time", time(meeting.start()))
                .put("timezone", meeting.timezone())
                .put(
                        "duration",
                        Duration.between(meeting.start(), account.clock().instant())
                                .toMinutes());
        object.putObject("recording_file")
                .put("recording_start", time(start))
                .put("recording_end", end == null ? "" : time(end));
        payload(body).set("object", object);
        return body;
    }

    /** {@code user.created}, {@code .updated}, {@code .deactivated} and so on. */
    ObjectNode user(String event, User user) {
        var body = event(event);
        var payload = operator(payload(body));
        if (event.equals("user.created")) payload.put("creation_type", "create");
        var object = Json.object()
                .put("id", user.id())
                .put("first_name", user.firstName())
                .put("last_name", user.lastName())
                .put("display_name", user.displayName())
                .put("email", user.email())
                .put("type", user.licence());
        if (event.equals("user.updated")) {
            payload.put("time_stamp", account.clock().instant().toEpochMilli());
            payload.set("old_object", object.deepCopy().retain("id", "email"));
            object.retain("id", "email");
        } else if (!event.equals("user.created")) {
            object.remove("display_name");
        }
        payload.set("object", object);
        return body;
    }

    ObjectNode deauthorized(String clientId) {
        var now = account.clock().instant();
        var body = Json.object().put("event", "app_deauthorized").put("event_ts", now.toEpochMilli());
        body.putObject("payload")
                .put("account_id", account.id())
                .put("user_id", account.owner().id())
                .put("signature", "827edc3452044f0bc86bdd5684afb7d1e6becfa1a767f24df1b287853cf73000")
                .put("deauthorization_time", now.truncatedTo(ChronoUnit.MILLIS).toString())
                .put("client_id", clientId);
        return body;
    }

    ObjectNode validation(String plainToken) {
        var body = Json.object()
                .put("event", "endpoint.url_validation")
                .put("event_ts", account.clock().instant().toEpochMilli());
        body.putObject("payload").put("plainToken", plainToken);
        return body;
    }

    private ObjectNode event(String name) {
        var body = Json.object()
                .put("event", name)
                .put("event_ts", account.clock().instant().toEpochMilli());
        body.putObject("payload").put("account_id", account.id());
        return body;
    }

    private static ObjectNode payload(ObjectNode body) {
        return (ObjectNode) body.path("payload");
    }

    private ObjectNode operator(ObjectNode payload) {
        return payload.put("operator", account.owner().email())
                .put("operator_id", account.owner().id());
    }

    private static ObjectNode name(Meeting meeting) {
        return Json.object()
                .put("uuid", meeting.uuid())
                .put("id", meeting.number())
                .put("topic", meeting.topic())
                .put("type", meeting.type())
                .put("host_id", meeting.host().id());
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
