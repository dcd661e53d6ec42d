package perennial.library;

import java.util.List;
import java.util.Map;

/** What is known of how items were reviewed. Implemented, as a bean, by the module that reviews. */
public interface Reviewing {
    /** Why the latest review sent items back, in a sentence for their author; items that it did not send back are absent. */
    Map<MediaId, String> sentBack(List<MediaId> items);
}
