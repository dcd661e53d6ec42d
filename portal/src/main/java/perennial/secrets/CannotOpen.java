package perennial.secrets;

/**
 * A sealed secret does not open: it was changed, belongs to another place, or was sealed under another key. Only a person can
 * help, by giving the right key back or entering the secret anew.
 */
public final class CannotOpen extends RuntimeException {
    CannotOpen(String sentence) {
        super(sentence);
    }
}
