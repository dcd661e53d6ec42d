package perennial.sync;

/** Something of our own is full or away. Nobody is to blame at Zoom; the work waits and goes on by itself. */
final class Paused extends RuntimeException {
    Paused(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    Paused(String sentence) {
        super(sentence);
    }
}
