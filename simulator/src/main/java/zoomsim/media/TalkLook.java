package zoomsim.media;

/** What the picture of a talk shows. */
public enum TalkLook {
    /** A slide with the speaker on it. */
    BESIDE,
    /** A slide with a chart. */
    CHART,
    /** The speaker alone. */
    SPEAKER
}
