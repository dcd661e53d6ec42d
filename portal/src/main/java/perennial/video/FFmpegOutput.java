package perennial.video;

/**
 * What a run that succeeded printed.
 *
 * @param complaints errors it mentioned and went on; mostly empty
 */
record FFmpegOutput(String text, String complaints) {}
