package perennial.video.mp4;

/** A file that is cut off, contradicts itself, or is beyond the bounds of a recording. The message is a sentence for people. */
public final class DamagedMp4 extends Exception {
    public DamagedMp4(String sentence) {
        super(sentence);
    }
}
