package perennial.secrets;

/** A secret in the clear, in memory. Prints as {@code ***}, so that no log line or error page tells it. */
public record SecretText(String value) {
    @Override
    public String toString() {
        return "***";
    }
}
