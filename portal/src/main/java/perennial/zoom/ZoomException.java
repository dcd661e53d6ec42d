package perennial.zoom;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call to Zoom that gave no usable answer. The four kinds say what the caller can do about it; the message is a
 * sentence for a Manager and names the next step. It never contains a secret or a token.
 */
public abstract sealed class ZoomException extends RuntimeException {
    private ZoomException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    /** Nothing is wrong, only too early: go on at {@link #until}. */
    public abstract static sealed class Wait extends ZoomException {
        private final Instant until;

        private Wait(String message, Instant until) {
            super(message, null);
            this.until = until;
        }

        public Instant until() {
            return until;
        }
    }

    /** The same call may work in a while. */
    public abstract static sealed class TryAgain extends ZoomException {
        private TryAgain(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** No repetition helps: somebody must change the app at Zoom or the connection here. */
    public abstract static sealed class AskPerson extends ZoomException {
        private AskPerson(String message) {
            super(message, null);
        }
    }

    /** Zoom's answer is final for this one thing; the rest can go on. */
    public abstract static sealed class GiveUp extends ZoomException {
        private GiveUp(String message) {
            super(message, null);
        }
    }

    /** Zoom asks us to slow down (429). */
    public static final class Throttled extends Wait {
        public Throttled(String doing, Instant until) {
            super("Zoom asks us to slow down (%s). It goes on by itself at %s.".formatted(doing, until), until);
        }
    }

    /** No answer, or one that says "not now": network trouble or a 5xx. */
    public static final class Unavailable extends TryAgain {
        public Unavailable(String doing, String why, @Nullable Throwable cause) {
            super("Zoom cannot be reached (%s): %s. It is tried again by itself.".formatted(doing, why), cause);
        }
    }

    /** An answer that is not one of Zoom's: a proxy's page, a half body, a list without its list. */
    public static final class Unreadable extends TryAgain {
        public Unreadable(String doing, String why) {
            super(
                    ("Zoom's answer cannot be read (%s): %s. It is tried again by itself;"
                                    + " if it stays so, check the connection's addresses.")
                            .formatted(doing, why),
                    null);
        }
    }

    /** A page token lives 15 minutes. The listing must begin again at its first page. */
    public static final class PageTokenExpired extends TryAgain {
        public PageTokenExpired(String doing) {
            super("Zoom's list went stale half-way (%s). It is read again from its start.".formatted(doing), null);
        }
    }

    /** A download that ended before its end. What came is with the sink already. */
    public static final class Cut extends TryAgain {
        private final long received;

        public Cut(long received, Throwable cause) {
            super(
                    "The download broke off after %d bytes of this attempt. It goes on from there.".formatted(received),
                    cause);
            this.received = received;
        }

        /** Bytes this call handed to the sink, all of them accepted. */
        public long received() {
            return received;
        }
    }

    /** A page or an error message came in place of the file. */
    public static final class NotAFile extends TryAgain {
        private final String reason;

        public NotAFile(String reason) {
            super(
                    ("Instead of the file Zoom sent: \"%s\". The next attempt asks for a new address; if it stays so,"
                                    + " look whether the recording still opens at Zoom.")
                            .formatted(reason),
                    null);
            this.reason = reason;
        }

        /** The sentence that Zoom's page shows, shortened. */
        public String reason() {
            return reason;
        }
    }

    /** The file that came has another length than was announced. */
    public static final class WrongLength extends TryAgain {
        public WrongLength(long announced, long received) {
            super(
                    "Zoom announced %d bytes and sent %d. The file is fetched again.".formatted(announced, received),
                    null);
        }
    }

    /** Zoom does not accept the app's credentials. */
    public static final class Refused extends AskPerson {
        private final String reason;

        public Refused(String reason) {
            super(reason);
            this.reason = reason;
        }

        /** Zoom's reason in plain words, with what to change. */
        public String reason() {
            return reason;
        }
    }

    /** The app may not do this; ticking one of {@link #scopes} helps. */
    public static final class MissingScope extends AskPerson {
        private final List<String> scopes;

        public MissingScope(String doing, List<String> scopes) {
            super("The app at Zoom lacks a scope (%s). Add one of these and activate it again: %s"
                    .formatted(doing, scopes.isEmpty() ? "(Zoom does not say which)" : String.join(", ", scopes)));
            this.scopes = List.copyOf(scopes);
        }

        /** Any one of them suffices; empty when Zoom named none. */
        public List<String> scopes() {
            return scopes;
        }
    }

    /** The credentials are good, but the account does not allow this. */
    public static final class Forbidden extends AskPerson {
        public Forbidden(String doing, String reason) {
            super("Zoom does not allow this (%s): %s. Ask the administrator of the Zoom account."
                    .formatted(doing, reason));
        }
    }

    /** Zoom says that it does not have this. Says nothing about "gone" by itself. */
    public static final class NotFound extends GiveUp {
        private static final int NO_RECORDING = 3301;
        private static final int NO_MEETING = 3001;

        private final int code;

        public NotFound(String doing, int code, String reason) {
            super("Zoom does not know it (%s): %s (code %d)".formatted(doing, reason, code));
            this.code = code;
        }

        /** Zoom's own number: 1001 and 1010 a user, 3301 a recording, 3001 a meeting; 0 where it gave none. */
        public int code() {
            return code;
        }

        /** Whether these are Zoom's own words about a recording. A 404 without them may come from anything on the way. */
        public boolean saysNoRecording() {
            return code == NO_RECORDING || code == NO_MEETING;
        }
    }

    /** Zoom understood the call and says no. */
    public static final class Rejected extends GiveUp {
        private final int code;

        public Rejected(String doing, int code, String reason) {
            super("Zoom says no (%s): %s (code %d)".formatted(doing, reason, code));
            this.code = code;
        }

        /** Zoom's own number, such as 3303 "not finished yet" or 3309 "no storage left"; 0 when it gave none. */
        public int code() {
            return code;
        }
    }

    /** A download address outside of what the connection trusts. Nothing was sent there. */
    public static final class AddressRefused extends GiveUp {
        public AddressRefused(String address, String why) {
            super(("The file lies at %s, and nothing is fetched from there: %s. Downloads come only from the hosts of"
                            + " the connection's API address.")
                    .formatted(address, why));
        }
    }
}
