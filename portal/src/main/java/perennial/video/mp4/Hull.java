package perennial.video.mp4;

/**
 * The range of a file in which all samples of a track lie, and what else lies between them.
 *
 * @param used bytes of the track itself
 */
record Hull(long from, long to, long used) {
    static Hull of(SampleTable samples) {
        long from = Long.MAX_VALUE;
        long to = 0;
        long used = 0;
        int sample = 0;
        for (int chunk = 0; chunk < samples.chunks(); chunk++) {
            long offset = samples.chunkOffsets.get(chunk);
            long bytes = 0;
            for (int i = 0; i < samples.chunkSamples.get(chunk); i++) bytes += samples.sizes.get(sample++);
            from = Math.min(from, offset);
            to = Math.max(to, offset + bytes);
            used += bytes;
        }
        return new Hull(from, to, used);
    }
}
