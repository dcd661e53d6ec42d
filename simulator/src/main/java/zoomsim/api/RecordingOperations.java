package zoomsim.api;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import zoomsim.account.Account;
import zoomsim.account.Meeting;
import zoomsim.account.RecordingFile;
import zoomsim.auth.Tokens;
import zoomsim.http.ApiError;
import zoomsim.http.Json;
import zoomsim.http.Refusal;
import zoomsim.http.Reply;
import zoomsim.http.Request;

/** What is done with the recording of one meeting: look, trash, delete, recover. */
record RecordingOperations(Account account, RecordingJson recordings, Tokens tokens) {
    private static final Duration LONGEST_DOWNLOAD_TOKEN = Duration.ofDays(7);

    Reply get(Request request, List<String> variables) {
        var json = recordings.detail(kept(variables.getFirst()));
        if (request.parameter("include_fields").orElse("").contains("download_access_token")) {
            json.put("download_access_token", tokens.issueForDownload(life(request)));
        }
        return Reply.json(200, json);
    }

    /** To the trash, or for good with {@code action=delete}; for good also what is in the trash. */
    Reply delete(Request request, List<String> variables) {
        boolean forGood = forGood(request);
        var meeting = forGood ? any(variables.getFirst()) : kept(variables.getFirst());
        refuseUnfinished(meeting);
        if (forGood) account.remove(meeting.uuid());
        else change(meeting, found -> found.trashed(account.clock().instant()));
        return Reply.empty(204);
    }

    Reply deleteFile(Request request, List<String> variables) {
        var meeting = kept(variables.getFirst());
        refuseUnfinished(meeting);
        var file = file(meeting, variables.get(1));
        if (forGood(request)) change(meeting, found -> found.withFiles(without(found, file.key())));
        else if (file.trashed()) throw new Refusal(ApiError.NO_RECORDING);
        else
            change(
                    meeting,
                    found -> found.changing(
                            file.key(), each -> each.deleted(account.clock().instant())));
        return Reply.empty(204);
    }

    /** Documented with 200, unlike the other calls that answer nothing. */
    Reply recover(Request request, List<String> variables) {
        demandRecover(request);
        var meeting = any(variables.getFirst());
        if (!meeting.trashed()) throw new Refusal(ApiError.NO_RECORDING);
        change(meeting, found -> found.trashed(null));
        return Reply.empty(200);
    }

    Reply recoverFile(Request request, List<String> variables) {
        demandRecover(request);
        var meeting = kept(variables.getFirst());
        var file = file(meeting, variables.get(1));
        if (!file.trashed()) throw new Refusal(ApiError.NO_RECORDING);
        change(meeting, found -> found.changing(file.key(), each -> each.deleted(null)));
        return Reply.empty(204);
    }

    private Meeting any(String encoded) {
        return MeetingReference.find(account, encoded).orElseThrow(() -> new Refusal(ApiError.NO_RECORDING));
    }

    private Meeting kept(String encoded) {
        var meeting = any(encoded);
        if (meeting.trashed()) throw new Refusal(ApiError.NO_RECORDING);
        return meeting;
    }

    private static RecordingFile file(Meeting meeting, String id) {
        return MeetingReference.fileKey(id)
                .flatMap(key -> meeting.files().stream()
                        .filter(file -> file.key().equals(key) && !file.sparse())
                        .findFirst())
                .orElseThrow(() -> new Refusal(ApiError.NO_RECORDING));
    }

    private static List<RecordingFile> without(Meeting meeting, UUID key) {
        return meeting.files().stream().filter(file -> !file.key().equals(key)).toList();
    }

    private void change(Meeting meeting, UnaryOperator<Meeting> change) {
        account.change(meeting.uuid(), change);
    }

    private void refuseUnfinished(Meeting meeting) {
        if (meeting.processing(account.clock().instant())) throw new Refusal(ApiError.NOT_FINISHED);
    }

    private static boolean forGood(Request request) {
        return switch (request.parameter("action").orElse("trash")) {
            case "trash" -> false;
            case "delete" -> true;
            default -> throw new Refusal(ApiError.validation("action"));
        };
    }

    private static void demandRecover(Request request) {
        try {
            var action = Json.MAPPER.readTree(request.body()).path("action").asString("");
            if (!action.equals("recover")) throw new Refusal(ApiError.validation("action"));
        } catch (JacksonException e) {
            throw new Refusal(ApiError.validation("action"));
        }
    }

    private static Duration life(Request request) {
        try {
            var asked = request.parameter("ttl").map(Long::parseLong).map(Duration::ofSeconds);
            var life = asked.orElse(Tokens.LIFE);
            if (life.isNegative() || life.compareTo(LONGEST_DOWNLOAD_TOKEN) > 0) {
                throw new Refusal(ApiError.validation("ttl"));
            }
            return life;
        } catch (NumberFormatException e) {
            throw new Refusal(ApiError.validation("ttl"));
        }
    }
}
