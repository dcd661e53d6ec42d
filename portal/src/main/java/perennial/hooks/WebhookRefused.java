package perennial.hooks;

import java.util.Map;
import perennial.web.PortalException;

/** Fields of a webhook that do not do, each with a sentence that says what works. */
public class WebhookRefused extends PortalException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never serialised
    private final Map<String, String> fields;

    WebhookRefused(Map<String, String> fields) {
        super(
                400,
                "invalid-" + fields.keySet().iterator().next(),
                "The field %s is not usable"
                        .formatted(fields.keySet().iterator().next()),
                fields.values().iterator().next());
        this.fields = Map.copyOf(fields);
    }

    /** By the name of the field. */
    public Map<String, String> fields() {
        return fields;
    }
}
