package perennial.mail;

import java.util.Locale;

/** Where a mail stands. */
public enum MailState {
    WAITING,
    SENT,
    /** Given up after the last attempt, with a reason; a person may send it again. */
    FAILED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
