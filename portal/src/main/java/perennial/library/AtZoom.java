package perennial.library;

import java.util.List;
import java.util.Map;

/** Whether Zoom still has what items were made of. Implemented, as a bean, by the module that talks to Zoom. */
public interface AtZoom {
    /** Where the other copy is. */
    enum Copy {
        PRESENT,
        /** The portal's is the only one. */
        GONE
    }

    /** Of {@code items}, those that came from Zoom. */
    Map<MediaId, Copy> of(List<MediaId> items);
}
