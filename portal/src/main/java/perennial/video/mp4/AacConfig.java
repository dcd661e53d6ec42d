package perennial.video.mp4;

/**
 * What an AAC decoder must know (ISO/IEC 14496-3, 1.6.2.1), by meaning: two writers may say the same in other bits.
 *
 * @param objectType 2: AAC-LC
 * @param rate samples a second; 0 if it is not one of the usual ones
 * @param channels 1 mono, 2 stereo
 * @param frame samples in one frame
 * @param extended whether what follows says that more than plain AAC-LC is inside
 */
record AacConfig(int objectType, int rate, int channels, int frame, boolean extended) {
    private static final int LC = 2;
    /** Marks an extension that says whether there is spectral band replication. */
    private static final int SYNC = 0x2B7;

    static AacConfig read(byte[] bytes) throws DamagedMp4 {
        if (bytes.length < 2) throw new DamagedMp4("The sound's description is too short.");
        int bits = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
        int index = bits >> 7 & 15;
        int rate = index < AudioEntry.RATES.size() ? AudioEntry.RATES.get(index) : 0;
        boolean small = (bits & 4) != 0;
        boolean extended = (bits & 3) != 0;
        if (bytes.length >= 5) {
            int more = (bytes[2] & 0xFF) << 16 | (bytes[3] & 0xFF) << 8 | (bytes[4] & 0xFF);
            if (more >> 13 != SYNC || (more & 0x80) != 0) extended = true;
        }
        return new AacConfig(bits >> 11, rate, bits >> 3 & 15, small ? 960 : 1024, extended);
    }

    /** AAC-LC in mono or stereo: each frame stands for the same time, and silence is known for it. */
    boolean plain() {
        return objectType == LC && rate > 0 && (channels == 1 || channels == 2) && frame == 1024 && !extended;
    }
}
