package perennial.upload;

import java.util.UUID;
import perennial.web.PortalException;

/** Identifies an upload for its whole life; safe to show in an address. */
public record UploadId(UUID value) {
    static UploadId random() {
        return new UploadId(UUID.randomUUID());
    }

    /**
     * Reads an id that somebody asks for.
     *
     * @throws PortalException if it is no id of ours: what cannot exist is answered as what does not
     */
    public static UploadId asked(String text) {
        try {
            return new UploadId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw PortalException.notFound();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
