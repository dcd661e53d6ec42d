package zoomsim.api;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;
import zoomsim.account.Account;
import zoomsim.account.Meeting;
import zoomsim.account.RecordingFile;
import zoomsim.account.User;
import zoomsim.account.User.Status;
import zoomsim.http.ApiError;
import zoomsim.http.Json;
import zoomsim.http.Refusal;
import zoomsim.http.Reply;
import zoomsim.http.Request;

/** Listings of recordings: of one user, of that user's trash, and of the whole account. */
record RecordingLists(Account account, RecordingJson recordings, PageTokens pages) {
    private static final int LARGEST_PAGE = 300;

    Reply ofUser(Request request, List<String> variables) {
        var user = UserOperations.user(account, variables.getFirst());
        if (user.status() == Status.PENDING) throw new Refusal(ApiError.noUser(user.email()));
        var window = MonthWindow.of(request, account.clock());
        if (request.parameter("trash").orElse("false").equals("true")) return trash(request, user, window);
        Predicate<Meeting> wanted = meeting -> meeting.host().equals(user)
                && listed(meeting)
                && request.parameter("meeting_id")
                        .map(number -> number.equals(Long.toString(meeting.number())))
                        .orElse(true);
        return listing(request, window, wanted, recordings::inUserList);
    }

    Reply ofAccount(Request request, List<String> variables) {
        var asked = variables.getFirst();
        if (!asked.equals("me") && !asked.equals(account.id())) throw new Refusal(ApiError.noAccount(asked));
        var window = MonthWindow.of(request, account.clock());
        return listing(request, window, RecordingLists::listed, recordings::inAccountList);
    }

    /** The dates do not count here. */
    private Reply trash(Request request, User user, MonthWindow window) {
        boolean singleFiles = request.parameter("trash_type").orElse("").equals("recording_file");
        if (singleFiles) {
            return reply(
                    request,
                    window,
                    meeting -> meeting.host().equals(user)
                            && !meeting.trashed()
                            && meeting.files().stream().anyMatch(RecordingFile::trashed),
                    meeting -> recordings.inTrash(
                            meeting,
                            meeting.files().stream()
                                    .filter(RecordingFile::trashed)
                                    .toList()));
        }
        return reply(
                request,
                window,
                meeting -> meeting.host().equals(user) && meeting.trashed(),
                meeting -> recordings.inTrash(meeting, meeting.files()));
    }

    private static boolean listed(Meeting meeting) {
        return !meeting.trashed()
                && (meeting.withoutFiles() || !meeting.keptFiles().isEmpty());
    }

    private Reply listing(
            Request request, MonthWindow window, Predicate<Meeting> wanted, Function<Meeting, ObjectNode> shown) {
        return reply(request, window, account.meetings(window.begin(), window.end(), wanted), shown);
    }

    private Reply reply(
            Request request, MonthWindow window, Predicate<Meeting> wanted, Function<Meeting, ObjectNode> shown) {
        return reply(request, window, account.meetings(wanted), shown);
    }

    private Reply reply(Request request, MonthWindow window, List<Meeting> found, Function<Meeting, ObjectNode> shown) {
        var page = Page.of(found, request, LARGEST_PAGE, pages);
        var json = Json.object()
                .put("from", window.from().toString())
                .put("to", window.to().toString());
        page.describe(json);
        var meetings = json.putArray("meetings");
        page.items().forEach(meeting -> meetings.add(shown.apply(meeting)));
        return Reply.json(200, json);
    }
}
