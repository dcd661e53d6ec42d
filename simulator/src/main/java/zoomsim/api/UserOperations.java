package zoomsim.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;
import zoomsim.account.Account;
import zoomsim.account.User;
import zoomsim.account.User.Status;
import zoomsim.http.ApiError;
import zoomsim.http.Json;
import zoomsim.http.Refusal;
import zoomsim.http.Reply;
import zoomsim.http.Request;

/** The operations below {@code /users} that are about people. */
record UserOperations(Account account, PageTokens pages) {
    private static final int LARGEST_PAGE = 2000;

    Reply list(Request request, List<String> none) {
        var status = status(request);
        var matching =
                account.users().stream().filter(user -> user.status() == status).toList();
        var page = Page.of(matching, request, LARGEST_PAGE, pages);
        var json = Json.object();
        page.describe(json);
        json.put("page_number", 1);
        var users = json.putArray("users");
        page.items().forEach(user -> users.add(listed(user)));
        return Reply.json(200, json);
    }

    Reply one(Request request, List<String> variables) {
        var user = user(account, variables.getFirst());
        if (user.status() == Status.PENDING) throw new Refusal(ApiError.NO_INVITATION);
        var json = listed(user).put("account_id", account.id()).put("role_name", user.owner() ? "Owner" : "Member");
        json.put("personal_meeting_url", "https://zoom.us/j/" + user.personalMeeting());
        json.put("use_pmi", false).put("job_title", "").put("location", "");
        return Reply.json(200, json);
    }

    /** Only the part about recording, which is what clients read. */
    Reply settings(Request request, List<String> variables) {
        var user = user(account, variables.getFirst());
        var json = Json.object();
        json.putObject("recording")
                .put("local_recording", true)
                .put("cloud_recording", user.cloudRecording())
                .put("record_speaker_view", true)
                .put("record_gallery_view", true)
                .put("record_audio_file", true)
                .put("save_chat_text", true)
                .put("auto_recording", "none");
        return Reply.json(200, json);
    }

    /** The user whom a path names; {@code encoded} once. */
    static User user(Account account, String encoded) {
        var asked = URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
        return account.user(asked).orElseThrow(() -> new Refusal(ApiError.noUser(asked)));
    }

    private static Status status(Request request) {
        try {
            return Status.valueOf(request.parameter("status").orElse("active").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Refusal(ApiError.validation("status"));
        }
    }

    private ObjectNode listed(User user) {
        var pending = user.status() == Status.PENDING;
        var created = pending ? account.clock().instant() : user.createdAt();
        var json = Json.object();
        if (!pending) json.put("id", user.id());
        json.put("first_name", user.firstName())
                .put("last_name", user.lastName())
                .put("display_name", user.displayName())
                .put("email", user.email())
                .put("type", user.licence())
                .put("pmi", user.personalMeeting())
                .put("timezone", user.timezone())
                .put("verified", pending ? 0 : 1)
                .put("created_at", created.truncatedTo(ChronoUnit.SECONDS).toString())
                .put("pic_url", "")
                .put("language", "en-US")
                .put("phone_number", "")
                .put("status", user.status().name().toLowerCase(Locale.ROOT))
                .put("role_id", user.owner() ? "0" : "2")
                .put("user_created_at", created.truncatedTo(ChronoUnit.SECONDS).toString());
        if (!pending)
            json.put("last_login_time", created.truncatedTo(ChronoUnit.SECONDS).toString());
        json.putArray("login_types").add(100);
        return json;
    }
}
