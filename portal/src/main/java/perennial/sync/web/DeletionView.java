package perennial.sync.web;

import java.util.List;

/**
 * The certificate and the deletion panel of a recording's page.
 *
 * @param facts what must be true, each proven or missing
 * @param mayKeep whether it can be kept at Zoom for good
 * @param kept whether it is
 */
public record DeletionView(
        ChipView certificate,
        List<Fact> facts,
        ChipView state,
        String text,
        List<RecordingView.Fact> lines,
        boolean recoverable,
        boolean mayKeep,
        boolean kept) {
    /** One line of the certificate. */
    public record Fact(boolean proven, String title, String detail) {}
}
