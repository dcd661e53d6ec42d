package perennial.sync;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a person pastes to name one recording: a meeting ID, a UUID, or a link of Zoom's pages that holds one of them. */
sealed interface RecordingReference {
    /** Of a meeting; its latest recorded instance is meant. */
    record MeetingId(long value) implements RecordingReference {}

    record Uuid(String value) implements RecordingReference {}

    Pattern MEETING_ID = Pattern.compile("[0-9]{9,12}");
    /** Sixteen bytes as Zoom writes them: Base64 with its padding. */
    Pattern UUID = Pattern.compile("[A-Za-z0-9+/]{22}==");

    /** What a Zoom-compatible server may use instead. */
    Pattern ID = Pattern.compile("[A-Za-z0-9+/=_-]{16,64}");

    /** Empty when the text names no recording. */
    static Optional<RecordingReference> parse(String text) {
        var stripped = text.strip();
        if (stripped.contains("://")) return ofLink(stripped);
        var sure = ofId(stripped);
        return sure.isPresent() || !ID.matcher(stripped).matches() ? sure : Optional.of(new Uuid(stripped));
    }

    private static Optional<RecordingReference> ofId(String text) {
        // Zoom shows meeting IDs in groups: 845 1230 9921.
        var digits = text.replaceAll("[ \u00a0-]", "");
        if (MEETING_ID.matcher(digits).matches()) return Optional.of(new MeetingId(Long.parseLong(digits)));
        return UUID.matcher(text).matches() ? Optional.of(new Uuid(text)) : Optional.empty();
    }

    private static Optional<RecordingReference> ofLink(String link) {
        try {
            var uri = URI.create(link);
            var inQuery = pieces(uri.getRawQuery(), "&").map(pair -> pair.substring(pair.indexOf('=') + 1));
            return Stream.concat(inQuery, pieces(uri.getRawPath(), "/"))
                    .map(piece -> ofId(URLDecoder.decode(piece, StandardCharsets.UTF_8)))
                    .flatMap(Optional::stream)
                    .findFirst();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Stream<String> pieces(@Nullable String text, String separator) {
        return text == null ? Stream.empty() : Stream.of(text.split(separator));
    }
}
