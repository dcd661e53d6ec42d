package perennial.library;

import perennial.web.PortalException;

/**
 * There is no such item, or not for this viewer: the answer is the same, so that nobody learns what exists. Give up.
 */
public final class UnknownMedia extends PortalException {
    public UnknownMedia() {
        super(
                404,
                "media-not-found",
                "This video is not here, or it is not shared with you",
                "Check the link, or ask whoever sent it to you.");
    }

    UnknownMedia(MediaId id) {
        this();
        initCause(new IllegalArgumentException("no media " + id));
    }
}
