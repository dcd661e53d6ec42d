package perennial.mail;

/**
 * A mail to send.
 *
 * @param key what it is about, e.g. {@code invitation:<person>:1}; a second mail with the same key is not sent
 * @param to one address
 * @param text plain text, lines end with a line feed
 */
public record Mail(String key, String to, String subject, String text) {
    public Mail {
        if (key.isBlank() || to.isBlank()) throw new IllegalArgumentException("a mail needs a key and an address");
        if (subject.contains("\n") || subject.contains("\r")) subject = subject.replaceAll("[\\r\\n]+", " ");
    }
}
