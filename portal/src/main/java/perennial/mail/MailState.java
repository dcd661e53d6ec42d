package perennial.mail;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a mail stands. */
public enum MailState {
    WAITING,
    SENT,
    /** Given up after the last attempt, with a reason; a person may send it again. */
    FAILED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
