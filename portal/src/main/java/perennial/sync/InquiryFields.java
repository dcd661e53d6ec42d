package perennial.sync;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import perennial.secrets.Vault;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The fields of a question between its request and its job: sealed, as secrets that are not saved may be among them. */
@Component
class InquiryFields {
    private static final JsonMapper JSON = new JsonMapper();

    private final InquiryRows rows;
    private final Vault vault;

    InquiryFields(InquiryRows rows, Vault vault) {
        this.rows = rows;
        this.vault = vault;
    }

    String sealed(InquiryId id, Map<String, ?> sent) {
        return vault.seal(context(id), JSON.writeValueAsString(sent));
    }

    /** Empty when the question is forgotten. */
    Map<String, ?> open(InquiryId id) {
        var sealedFields = rows.fields(id);
        if (sealedFields.isEmpty()) return Map.of();
        return JSON.readValue(vault.open(context(id), sealedFields.get()), new TypeReference<Map<String, Object>>() {});
    }

    /** As a form has them; a secret that was sent is empty. */
    Map<String, String> withoutSecrets(InquiryId id) {
        var texts = new LinkedHashMap<String, String>();
        open(id).forEach((name, value) -> {
            texts.put(name, Connection.SECRETS.contains(name) ? "" : text(value));
        });
        return texts;
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Iterable<?> list) {
            var lines = new ArrayList<String>();
            list.forEach(each -> lines.add(String.valueOf(each)));
            return String.join("\n", lines);
        }
        if (value instanceof Map<?, ?> pairs) {
            return pairs.entrySet().stream()
                    .map(pair -> "%s = %s".formatted(pair.getKey(), pair.getValue()))
                    .collect(Collectors.joining("\n"));
        }
        return value == null ? "" : value.toString();
    }

    /** The same for the same settings of the same connection; secrets do not count. Short, whatever the settings hold. */
    String question(@Nullable Connection before, SettingsReader.Wish wish) {
        return " of %s: %s"
                .formatted(
                        before == null ? "a new one" : before.id(),
                        hash(wish.settings().toString()));
    }

    private static String hash(String text) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String context(InquiryId id) {
        return "zoom_inquiry/%s/fields".formatted(id);
    }
}
