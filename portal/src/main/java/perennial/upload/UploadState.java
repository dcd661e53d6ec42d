package perennial.upload;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where an upload stands. */
public enum UploadState {
    /** Bytes are missing. */
    ARRIVING,
    /** All bytes are here; what they are is being looked at. */
    CHECKING,
    /** It is being made playable. */
    PREPARING,
    /** It is a video of the library. */
    READY,
    /** It is no video or audio, or damaged; nothing of it is kept. */
    REFUSED,
    /** It could not be made playable; its bytes are kept for another try. */
    FAILED;

    /** The word of the API, such as {@code arriving}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
