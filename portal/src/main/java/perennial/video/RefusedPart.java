package perennial.video;

/**
 * A part of a recording that can be joined in no way, so that the recording waits for a person.
 *
 * @param view the view that it is a part of
 * @param segment from 0 on
 * @param decision of kind {@link Decision.Kind#REFUSE}
 */
public record RefusedPart(String view, int segment, Decision decision) {}
