package perennial.video.mp4;

/** How many samples a file may still have: those of all its tracks count together, and no file has more than bytes. */
final class Allowance {
    private long left;

    /** @param fileSize in bytes */
    Allowance(long fileSize) {
        left = Math.min(Limits.SAMPLES, fileSize);
    }

    /** To be asked before room is made for {@code count} samples. */
    int take(long count) throws DamagedMp4 {
        if (count > left) throw new DamagedMp4("The file has too many samples to be a recording.");
        left -= count;
        return (int) count;
    }
}
