package zoomsim.control;

import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;
import zoomsim.account.Account;
import zoomsim.account.Meeting;
import zoomsim.http.Json;

/** Writes down what the account holds, without any of Zoom's reticence. */
final class StateJson {
    private StateJson() {}

    static ObjectNode of(Account account) {
        var now = account.clock().instant();
        var state = Json.object().put("account", account.id()).put("now", now.toString());
        var users = state.putArray("users");
        account.users()
                .forEach(user -> users.addObject()
                        .put("id", user.id())
                        .put("email", user.email())
                        .put("name", user.displayName())
                        .put("status", user.status().name().toLowerCase(Locale.ROOT)));
        var meetings = state.putArray("meetings");
        account.meetings()
                .forEach(meeting -> meetings.add(meeting(meeting, false)
                        .put("trashed", meeting.trashed())
                        .put("processing", meeting.processing(now))));
        return state;
    }

    /** With the SHA-256 of each file, so all of them are read. */
    static ObjectNode withHashes(Meeting meeting) {
        return meeting(meeting, true);
    }

    private static ObjectNode meeting(Meeting meeting, boolean hashes) {
        var json = Json.object()
                .put("uuid", meeting.uuid())
                .put("number", meeting.number())
                .put("topic", meeting.topic())
                .put("host", meeting.host().email())
                .put("start", meeting.start().toString());
        var files = json.putArray("files");
        meeting.allFiles().forEach(file -> {
            var shown = files.addObject()
                    .put("key", file.key().toString())
                    .put("fileType", file.fileType())
                    .put("recordingType", file.recordingType())
                    .put("start", file.start().toString())
                    .put("end", file.end().toString())
                    .put("size", file.content().size());
            if (hashes) shown.put("sha256", file.content().sha256());
        });
        return json;
    }
}
