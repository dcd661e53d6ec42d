package zoomsim.cdn;

import java.util.Map;
import java.util.Optional;
import zoomsim.account.Account;
import zoomsim.account.Meeting;
import zoomsim.account.RecordingFile;
import zoomsim.auth.Bearer;
import zoomsim.auth.Tokens;
import zoomsim.auth.Tokens.Judgement;
import zoomsim.http.ApiError;
import zoomsim.http.Body;
import zoomsim.http.Handler;
import zoomsim.http.Reply;
import zoomsim.http.Request;

/**
 * {@code GET /rec/download/…}: leads whoever may have the file to the file server, and shows everyone else the page for
 * people, with status 200 as Zoom does. Only an expired bearer gets a 401.
 */
public record Downloads(Account account, Tokens tokens, DownloadLinks links, SignedUrls urls) implements Handler {
    public static final String PATH = "/rec/download/";

    @Override
    public Reply handle(Request request) {
        var token = Bearer.of(request).or(() -> request.parameter("access_token"));
        var judgement = token.map(tokens::judge).orElseGet(Judgement.Unknown::new);
        return switch (judgement) {
            case Judgement.Valid _ -> redirect(request).orElseGet(HostOnlyPage::reply);
            case Judgement.Expired _ ->
                Bearer.of(request).isPresent() ? ApiError.TOKEN_EXPIRED.reply() : HostOnlyPage.reply();
            case Judgement.Unknown _ -> HostOnlyPage.reply();
        };
    }

    private Optional<Reply> redirect(Request request) {
        if (!request.path().startsWith(PATH)) return Optional.empty();
        return links.file(request.path().substring(PATH.length()))
                .flatMap(key -> account.meetingOfFile(key)
                        .filter(meeting -> !meeting.trashed()
                                && !meeting.processing(account.clock().instant()))
                        .flatMap(meeting -> meeting.allFiles()
                                .filter(file -> file.key().equals(key) && !file.trashed())
                                .findFirst()
                                .map(file -> redirect(meeting, file))));
    }

    private Reply redirect(Meeting meeting, RecordingFile file) {
        return new Reply(302, Map.of("Location", urls.url(meeting, file)), Body.NONE);
    }
}
