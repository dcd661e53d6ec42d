package perennial.sync;

import java.util.LinkedHashMap;
import java.util.Map;

/** Some fields cannot be taken as they are. Nothing was saved. */
public final class InvalidSettings extends RuntimeException {
    private final transient Map<String, String> fields;

    InvalidSettings(Map<String, String> fields) {
        super(String.join(" ", fields.values()));
        this.fields = new LinkedHashMap<>(fields);
    }

    /** Name of the field to a sentence that says what is wrong and what works. */
    public Map<String, String> fields() {
        return fields;
    }
}
