package perennial.zoom;

import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The calls to one Zoom account. All throw {@link ZoomException}, and all may be repeated without harm.
 *
 * <p>Facts about Zoom that show here: a listing answers at most a month; its page token lives 15 minutes and wants the
 * same question; a UUID with {@code /} in the wrong place is encoded twice.
 */
public final class ZoomAccount {
    private static final String PAGE_SIZE = "300";

    private final ZoomAccess access;
    private final Api api;
    private final Tokens tokens;
    private final Downloader downloader;
    private final InstantSource clock;

    ZoomAccount(ZoomAccess access, Api api, Tokens tokens, Downloader downloader, InstantSource clock) {
        this.access = access;
        this.api = api;
        this.tokens = tokens;
        this.downloader = downloader;
        this.clock = clock;
    }

    /** Whether everything can be found and fetched; asks for a new token, which shows scopes ticked since. */
    public AccessCheck check() {
        return check(Ability.READING);
    }

    /**
     * Whether the account can be worked with.
     *
     * @throws ZoomException.TryAgain if Zoom cannot be asked just now
     */
    public AccessCheck check(Collection<Ability> needed) {
        return new ConnectionCheck(this, api, tokens, clock).run(needed);
    }

    /** Empty only when Zoom itself says that it knows nobody by that id or address. */
    public Optional<ZoomUser> user(String idOrEmail) {
        try {
            var path = "/users/" + UuidPath.segment(idOrEmail);
            return Optional.of(UserListing.user(api.get("looking up " + idOrEmail, path, Map.of(), "email"), ""));
        } catch (ZoomException.NotFound e) {
            return Optional.empty();
        }
    }

    /** Tells every user of the account, active, inactive and pending, each once. */
    public void users(Consumer<ZoomUser> each) {
        new UserListing(api, each).run();
    }

    /**
     * Recordings hosted by one user, newest first as far as seen. Without participant audio; see {@link #recording}.
     *
     * @param to the last day; nobody knows whether Zoom includes it, so tomorrow is a good choice for today
     * @param pageToken {@link RecordingPage#next} of the page before, with the same dates
     * @throws ZoomException.PageTokenExpired if it is older than 15 minutes
     */
    public RecordingPage recordings(String userIdOrEmail, LocalDate from, LocalDate to, @Nullable String pageToken) {
        var doing = "listing the recordings of " + userIdOrEmail;
        return list(doing, userRecordings(userIdOrEmail), days(from, to), pageToken, from, to);
    }

    /** The same for the whole account; many accounts do not allow it ({@link ZoomException.MissingScope}). */
    public RecordingPage accountRecordings(LocalDate from, LocalDate to, @Nullable String pageToken) {
        var id = access.credentials() instanceof ZoomCredentials.ServerToServer app ? app.accountId() : "me";
        var path = "/accounts/" + UuidPath.segment(id) + "/recordings";
        return list("listing the recordings of the account", path, days(from, to), pageToken, from, to);
    }

    /** What lies in a user's trash, for the 30 days that Zoom keeps it there. */
    public RecordingPage trashed(String userId, @Nullable String pageToken) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var doing = "listing the trash of " + userId;
        return list(doing, userRecordings(userId), Map.of("trash", "true"), pageToken, today, today);
    }

    /**
     * One recording with all its files, participant audio too, and new download addresses.
     *
     * @throws ZoomException.NotFound if Zoom says it has none; by itself no proof that it is gone
     * @throws ZoomException.Unreadable also if the answer is about another recording
     */
    public Recording recording(String uuid) {
        var doing = "reading recording " + uuid;
        var recording = read(doing, recordingsOf(uuid));
        if (recording.uuid().equals(uuid)) return recording;
        throw new ZoomException.Unreadable(doing, "it is about " + recording.uuid());
    }

    /**
     * The latest recorded instance of a meeting: that is all Zoom gives for a number.
     *
     * @throws ZoomException.NotFound if Zoom says it has none
     */
    public Recording latestRecording(long meetingNumber) {
        return read("reading meeting " + meetingNumber, "/meetings/%d/recordings".formatted(meetingNumber));
    }

    private Recording read(String doing, String path) {
        try {
            return RecordingReader.recording(api.get(doing, path, Map.of(), "uuid"));
        } catch (RecordingReader.NoRecording e) {
            throw new ZoomException.Unreadable(doing, e.why());
        }
    }

    /** Puts a recording into Zoom's trash, from where it can be recovered. */
    public void trash(String uuid) {
        api.change(
                "moving recording %s to the trash".formatted(uuid),
                "DELETE",
                recordingsOf(uuid) + "?action=trash",
                null);
    }

    /** Deletes a recording for good. */
    public void deletePermanently(String uuid) {
        api.change("deleting recording " + uuid, "DELETE", recordingsOf(uuid) + "?action=delete", null);
    }

    /** Brings a recording back from the trash. */
    public void recover(String uuid) {
        var path = recordingsOf(uuid) + "/status";
        api.change("recovering recording " + uuid, "PUT", path, "{\"action\":\"recover\"}");
    }

    /**
     * Fetches a file, or the rest of it.
     *
     * @param url as a {@link RecordingFile} of a moment ago gives it
     * @param from how many bytes are there already; the sink gets what follows, or a {@code restart}
     * @param validator {@link Download#validator} of the earlier part, if known
     * @throws ZoomException.Cut if it breaks off; the next call goes on behind what the sink has
     * @throws ZoomException.NotAFile if a page or a message comes in place of the file
     * @throws ZoomException.AddressRefused if the address or a redirect leads where nothing is trusted
     * @throws IOException only from {@code sink}
     */
    public Download download(URI url, FileKind kind, long from, @Nullable String validator, ByteSink sink)
            throws IOException {
        return downloader.fetch(url, kind, from, validator, sink);
    }

    private RecordingPage list(
            String doing,
            String path,
            Map<String, String> question,
            @Nullable String pageToken,
            LocalDate from,
            LocalDate to) {
        var query = new LinkedHashMap<>(question);
        query.put("page_size", PAGE_SIZE);
        if (pageToken != null) query.put(Api.PAGE_TOKEN, pageToken);
        return RecordingReader.page(api.list(doing, path, query, "meetings"), from, to);
    }

    private static Map<String, String> days(LocalDate from, LocalDate to) {
        return Map.of("from", from.toString(), "to", to.toString());
    }

    private static String userRecordings(String user) {
        return "/users/" + UuidPath.segment(user) + "/recordings";
    }

    private static String recordingsOf(String uuid) {
        return "/meetings/" + UuidPath.ofUuid(uuid) + "/recordings";
    }
}
