package perennial.sync.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The settings form as it stands on the page: what was typed is kept, and each wrong field has its sentence.
 *
 * @param id the connection, or null while it is new
 * @param values field name (as in the automation contract) to its text
 * @param errors field name to what is wrong and what works
 * @param secretsSaved names of the secrets that are stored; they are never shown
 * @param secretsTyped names of those that were typed and are lost unless they are typed once more
 * @param views those that can be chosen
 * @param preview what the settings would do; null until somebody has asked
 */
public record SettingsForm(
        @Nullable String id,
        String title,
        Map<String, String> values,
        Map<String, String> errors,
        Set<String> secretsSaved,
        Set<String> secretsTyped,
        String me,
        List<Choice> owners,
        List<Choice> views,
        @Nullable PreviewView preview) {
    /** One of several: a person who may take what cannot be matched, or a view. */
    public record Choice(String value, String name) {}

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

    /** Whether a field with one entry a line has this one. */
    public boolean has(String field, String entry) {
        return value(field).lines().anyMatch(entry::equals);
    }

    public @Nullable String error(String field) {
        return errors.get(field);
    }

    /** Whether any of these is wrong. */
    public boolean anyError(String... fields) {
        return List.of(fields).stream().anyMatch(errors::containsKey);
    }

    /** What stands in the empty field of a secret. */
    public String secretHint(String field) {
        if (secretsTyped.contains(field)) return "Type it once more";
        return secretsSaved.contains(field) ? "Saved. Type a new one to replace it" : "";
    }

    /** Asks for what was typed and is not saved; empty when no secret was. */
    public String secretsAgain() {
        if (secretsTyped.isEmpty()) return "";
        var names = secretsTyped.stream().map(SettingsForm::nameOf).sorted().collect(Collectors.joining(" and the "));
        return "Type the %s once more, too: a secret is never sent back to the page.".formatted(names);
    }

    private static String nameOf(String secret) {
        return switch (secret) {
            case "clientSecret" -> "client secret";
            case "apiSecret" -> "API secret";
            case "webhookSecret" -> "webhook secret token";
            default -> throw new IllegalArgumentException("no secret of this name: " + secret);
        };
    }

    /** Where the form is posted to. */
    public String action() {
        return id == null ? "/zoom/new" : "/zoom/" + id + "/settings";
    }
}
