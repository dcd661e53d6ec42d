package zoomsim.webhook;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;
import zoomsim.account.Account;
import zoomsim.account.Meeting;
import zoomsim.account.RecordingFile;
import zoomsim.account.User;
import zoomsim.api.RecordingJson;
import zoomsim.auth.Credentials;
import zoomsim.auth.Signatures;
import zoomsim.auth.Tokens;

/** Where events come from: from the account as it changes, and on demand. */
public final class EventSource {
    private static final Set<String> READY = Set.of("recording.completed", "recording.transcript_completed");
    private static final Set<String> OF_AN_OPERATOR =
            Set.of("recording.trashed", "recording.recovered", "recording.deleted");
    private static final Set<String> LIVE =
            Set.of("recording.started", "recording.paused", "recording.resumed", "recording.stopped");

    private final Credentials credentials;
    private final Webhooks webhooks;
    private final EventJson events;

    /** Tells {@code webhooks} of all that changes in {@code account}. */
    public EventSource(
            Account account, RecordingJson recordings, Tokens tokens, Credentials credentials, Webhooks webhooks) {
        this.credentials = credentials;
        this.webhooks = webhooks;
        this.events = new EventJson(account, recordings, tokens);
        account.watch(new MeetingNews(events, webhooks::send));
    }

    public Webhooks webhooks() {
        return webhooks;
    }

    /**
     * Sends an event about a meeting as it is, whether that happened or not.
     *
     * @throws IllegalArgumentException if there is no such event
     */
    public void say(String event, Meeting meeting) {
        if (event.equals("recording.completed")) send(events.ready(event, meeting, meeting.files()));
        else if (event.equals("recording.transcript_completed"))
            send(events.ready(event, meeting, transcripts(meeting)));
        else if (OF_AN_OPERATOR.contains(event)) send(events.operated(event, meeting, meeting.files()));
        else if (event.equals("recording.renamed")) send(events.renamed(meeting, meeting));
        else if (LIVE.contains(event))
            send(events.live(event, meeting, meeting.start(), event.endsWith("stopped") ? meeting.end() : null));
        else throw new IllegalArgumentException("no event of a recording: " + event);
    }

    private static List<RecordingFile> transcripts(Meeting meeting) {
        return meeting.files().stream()
                .filter(file -> file.fileType().equals("TRANSCRIPT"))
                .toList();
    }

    /** Sends {@code user.created}, {@code user.updated}, {@code user.deactivated} and the like. */
    public void say(String event, User user) {
        if (!event.startsWith("user.")) throw new IllegalArgumentException("no event of a user: " + event);
        send(events.user(event, user));
    }

    /** Says that the app was taken off the account, and takes its tokens away. */
    public void deauthorize(Tokens tokens) {
        tokens.expireAll();
        send(events.deauthorized(credentials.clientId()));
    }

    /** Any event, with whatever body. */
    public void send(ObjectNode body) {
        webhooks.send(body);
    }

    /** Asks the receiver whether it knows the secret, and tells whether it answered as it should. */
    public boolean validate() {
        var target = webhooks.target();
        if (target == null) return false;
        var token = UUID.randomUUID().toString().replace("-", "").substring(0, 22);
        return webhooks.validate(events.validation(token), Signatures.hexHmacSha256(target.secret(), token));
    }

    /** All names of events that {@link #say} knows for meetings. */
    public static List<String> names() {
        return Stream.of(READY, OF_AN_OPERATOR, LIVE, Set.of("recording.renamed"))
                .flatMap(Set::stream)
                .sorted()
                .toList();
    }
}
