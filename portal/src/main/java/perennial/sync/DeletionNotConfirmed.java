package perennial.sync;

import perennial.web.PortalException;

/** A change would let more recordings be deleted at Zoom, and nobody has typed the words that allow it (D1). */
public final class DeletionNotConfirmed extends PortalException {
    private static final long serialVersionUID = 1L;

    private final transient Preview preview;

    DeletionNotConfirmed(Preview preview) {
        super(
                409,
                "deletion-not-confirmed",
                "This change lets recordings be deleted at Zoom: " + preview.reach(),
                "Zoom cannot give back what is gone from its trash. To allow it, send the words \"%s\" as confirm."
                        .formatted(preview.confirm()));
        this.preview = preview;
    }

    /** What the change would do, and the words that allow it. */
    public Preview preview() {
        return preview;
    }
}
