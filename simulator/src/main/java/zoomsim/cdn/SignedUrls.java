package zoomsim.cdn;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import zoomsim.account.Meeting;
import zoomsim.account.RecordingFile;
import zoomsim.auth.Signatures;
import zoomsim.http.Request;

/** Addresses on the file server: good for a while, and for that one file. */
public final class SignedUrls {
    /** How long an address works. */
    public static final Duration LIFE = Duration.ofMinutes(30);

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy/MM/dd", Locale.ROOT).withZone(ZoneOffset.UTC);
    /** {@code /cmr/replay/yyyy/MM/dd/number/key/name}, split at the slashes. */
    private static final int KEY_SEGMENT = 7;

    private final String origin;
    private final String secret;
    private final Clock clock;

    public SignedUrls(String origin, String secret, Clock clock) {
        this.origin = origin;
        this.secret = secret;
        this.clock = clock;
    }

    String url(Meeting meeting, RecordingFile file) {
        var path = "/cmr/replay/%s/%d/%s/%s"
                .formatted(
                        DAY.format(file.start()),
                        meeting.number(),
                        file.key().toString().toUpperCase(Locale.ROOT),
                        FileNames.of(meeting, file));
        long expires = clock.instant().plus(LIFE).getEpochSecond();
        return "%s%s?response-content-type=%s&Expires=%d&Signature=%s&Key-Pair-Id=SIMULATOR"
                .formatted(
                        origin, path, FileServer.contentType(file).replace("/", "%2F"), expires, sign(path, expires));
    }

    /** The key of the file, when the address is whole and still good. */
    Optional<UUID> file(Request request) {
        try {
            long expires = Long.parseLong(request.parameter("Expires").orElse("0"));
            var signature = request.parameter("Signature").orElse("");
            boolean good = Signatures.same(sign(request.path(), expires), signature)
                    && clock.instant().isBefore(Instant.ofEpochSecond(expires));
            return good ? Optional.of(UUID.fromString(request.path().split("/", -1)[KEY_SEGMENT])) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private String sign(String path, long expires) {
        return Signatures.hmacSha256(secret, path + "?" + expires);
    }
}
