package zoomsim.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import zoomsim.account.Account;
import zoomsim.account.Meeting;

/**
 * Finds the meeting that a path names, by number (then the latest instance) or by uuid. A uuid that begins with a slash
 * or holds two in a row is found only when it was encoded twice, for servers on the way undo one encoding and then see a
 * different path.
 */
final class MeetingReference {
    private MeetingReference() {}

    static Optional<Meeting> find(Account account, String encoded) {
        if (encoded.matches("\\d{9,11}")) return account.latest(Long.parseLong(encoded));
        return uuid(encoded).flatMap(account::meeting);
    }

    /** The key of a file, which is written plainly. */
    static Optional<UUID> fileKey(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Optional<String> uuid(String encoded) {
        try {
            var once = decoded(encoded);
            if (once.startsWith("/") || once.contains("//")) return Optional.empty();
            return Optional.of(once.contains("%") ? decoded(once) : once);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** In a path a plus is a plus. */
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
