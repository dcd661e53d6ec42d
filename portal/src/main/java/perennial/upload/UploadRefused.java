package perennial.upload;

import perennial.web.PortalException;
import perennial.web.Sizes;

/** An upload that is not taken, or not as it is sent. The sentence says why, the next step what helps. */
public final class UploadRefused extends PortalException {
    private static final long serialVersionUID = 1L;

    /** tus: what was sent is not what its checksum says. */
    private static final int CHECKSUM_MISMATCH = 460;

    private UploadRefused(int status, String code, String sentence, String nextStep) {
        super(status, code, sentence, nextStep);
    }

    static UploadRefused role() {
        return new UploadRefused(
                403, "contributors-only", "You may not upload here", "Ask a Manager to make you a Contributor.");
    }

    static UploadRefused empty() {
        return new UploadRefused(400, "empty-file", "The file is empty", "Choose another one.");
    }

    static UploadRefused tooLarge(long limit) {
        return new UploadRefused(
                413,
                "file-too-large",
                "The file is too large",
                "Files of up to " + Sizes.text(limit) + " are taken. A Manager can raise that limit.");
    }

    static UploadRefused tooMany(int most) {
        return new UploadRefused(
                409,
                "too-many-uploads",
                "You have %d unfinished uploads".formatted(most),
                "Go on with some of them, or remove them.");
    }

    static UploadRefused noRoom() {
        return new UploadRefused(
                507,
                "disk-full",
                "There is no room for it at the moment",
                "What has arrived is safe. A Manager can make room; the upload then goes on.");
    }

    static UploadRefused otherOffset() {
        return new UploadRefused(
                409, "wrong-offset", "The upload is at another place", "Ask where it is, and go on from there.");
    }

    static UploadRefused beyondItsEnd() {
        return new UploadRefused(413, "beyond-the-end", "More was sent than the file has", "Choose the file again.");
    }

    static UploadRefused otherBytes() {
        return new UploadRefused(
                CHECKSUM_MISMATCH, "checksum-mismatch", "The bytes changed on their way", "Send them again.");
    }

    /** What the protocol does not allow. */
    public static UploadRefused protocol(int status, String sentence) {
        return new UploadRefused(status, "tus-protocol", sentence, "See https://tus.io/protocols/resumable-upload.");
    }
}
