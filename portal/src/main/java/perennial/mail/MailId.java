package perennial.mail;

import java.util.UUID;

/** Identifies a mail of the outbox. */
public record MailId(UUID value) {
    public static MailId parse(String text) {
        return new MailId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
