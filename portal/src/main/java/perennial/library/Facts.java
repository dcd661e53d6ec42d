package perennial.library;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a reviewer judges of an item besides its pictures, as text by field: title, description, who may view it, and so on.
 * Two of them tell what an edit changed.
 */
public record Facts(Map<Field, String> values) {
    /** The fields, in the order they are shown. */
    public enum Field {
        TITLE("Title"),
        DESCRIPTION("Description"),
        ACCESS("Who may view"),
        AVAILABLE_FROM("Available from"),
        AVAILABLE_UNTIL("Available until"),
        CAPTIONS("Captions"),
        FILE("File");

        private final String label;

        Field(String label) {
            this.label = label;
        }

        /** As people read it. */
        public String label() {
            return label;
        }
    }

    /** A field that differs. */
    public record Difference(Field field, String before, String after) {}

    public Facts {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The fields in which {@code later} differs from this. */
    public List<Difference> changedTo(Facts later) {
        var found = new ArrayList<Difference>();
        for (var field : Field.values()) {
            var before = values.getOrDefault(field, "");
            var after = later.values.getOrDefault(field, "");
            if (!before.equals(after)) found.add(new Difference(field, before, after));
        }
        return found;
    }
}
