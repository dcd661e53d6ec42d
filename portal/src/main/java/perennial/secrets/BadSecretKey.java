package perennial.secrets;

/** The key of all secrets cannot be used. Stops the start; the sentence names the key of the configuration to change. */
final class BadSecretKey extends RuntimeException {
    BadSecretKey(String sentence) {
        super(sentence);
    }
}
