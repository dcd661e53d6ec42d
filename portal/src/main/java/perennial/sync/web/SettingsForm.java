package perennial.sync.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings form as it stands on the page: what was typed is kept, and each wrong field has its sentence.
 *
 * @param id the connection, or null while it is new
 * @param values field name (as in the automation contract) to its text
 * @param errors field name to what is wrong and what works
 * @param secretSaved whether a client secret is stored; it is never shown
 */
public record SettingsForm(
        @Nullable String id,
        String title,
        Map<String, String> values,
        Map<String, String> errors,
        boolean secretSaved,
        String me,
        List<Owner> owners,
        @Nullable PreviewView preview) {
    /** Somebody who may take what cannot be matched. */
    public record Owner(String id, String name) {}

    /** The text of a field; empty when it has none. */
    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public boolean is(String field, String value) {
        return value.equals(values.get(field));
    }

    public boolean on(String field) {
        return is(field, "true");
    }

    public @Nullable String error(String field) {
        return errors.get(field);
    }

    /** Where the form is posted to. */
    public String action() {
        return id == null ? "/zoom/new" : "/zoom/" + id + "/settings";
    }
}
