package perennial.library.web;

import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import perennial.library.Access;
import perennial.library.Category;
import perennial.library.Grant;
import perennial.library.Grantees;
import perennial.library.Media;
import perennial.library.MediaEditing;
import perennial.library.MediaSettings;
import perennial.library.NotPossible;
import perennial.people.PersonId;
import perennial.web.PortalException;

/** Reads what a PATCH changes of an item; what it does not name stays. */
@Component
class MediaPatch {
    private static final Set<String> FIELDS = Arrays.stream(MediaFieldsJson.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toUnmodifiableSet());

    private final AskedLabels labels;
    private final Grantees grantees;

    MediaPatch(AskedLabels labels, Grantees grantees) {
        this.labels = labels;
        this.grantees = grantees;
    }

    /**
     * @throws PortalException 400 for a field that cannot be changed here, or that is not what it must be
     */
    MediaSettings of(Map<String, @Nullable Object> wanted, MediaSettings now) {
        for (var field : wanted.keySet()) {
            if (!FIELDS.contains(field)) {
                throw PortalException.badRequest(
                        "unknown-field",
                        "“%s” cannot be changed here".formatted(field),
                        "Send title, description, author, recordedAt, category, tags, access, grants,"
                                + " availableFrom, availableUntil, download, embed, share or comments.");
            }
        }
        return new MediaSettings(
                wanted.containsKey("title") ? text(wanted, "title") : now.title(),
                wanted.containsKey("description") ? text(wanted, "description") : now.description(),
                wanted.containsKey("author") ? author(wanted) : now.author(),
                wanted.containsKey("recordedAt") ? recordedAt(wanted) : now.recordedAt(),
                wanted.containsKey("category") ? category(wanted) : now.category(),
                wanted.containsKey("tags") ? texts(wanted, "tags") : now.tags(),
                wanted.containsKey("access") ? access(wanted) : now.access(),
                wanted.containsKey("grants") ? grants(wanted) : now.grants(),
                wanted.containsKey("availableFrom") ? moment(wanted, "availableFrom") : now.availableFrom(),
                wanted.containsKey("availableUntil") ? moment(wanted, "availableUntil") : now.availableUntil(),
                new Media.Allowed(
                        flag(wanted, "download", now.allowed().download()),
                        flag(wanted, "embed", now.allowed().embed()),
                        flag(wanted, "share", now.allowed().share()),
                        flag(wanted, "comments", now.allowed().comments())));
    }

    private PersonId author(Map<String, @Nullable Object> wanted) {
        return grantees.person(text(wanted, "author"))
                .map(found -> new PersonId(found.id()))
                .orElseThrow(() -> invalid("author", "Send a person's id or e-mail address."));
    }

    /** By id or by name; null or empty for none. */
    private @Nullable Category category(Map<String, @Nullable Object> wanted) {
        if (wanted.get("category") == null) return null;
        var text = text(wanted, "category");
        if (text.isBlank()) return null;
        return labels.category(text).orElseThrow(() -> invalid("category", "Send a category's id or name, or null."));
    }

    private static Access access(Map<String, @Nullable Object> wanted) {
        try {
            return Access.ofWord(text(wanted, "access"));
        } catch (IllegalArgumentException e) {
            throw invalid("access", "Send author, chosen, portal, link or public.");
        }
    }

    /** Objects with {@code person} or {@code group}, each an id, an e-mail address or a name; the right is to view. */
    private List<Grant> grants(Map<String, @Nullable Object> wanted) {
        var help = "Send a list of {\"person\": id or e-mail} and {\"group\": id or name}.";
        if (!(wanted.get("grants") instanceof Collection<?> list)) throw invalid("grants", help);
        if (list.size() > MediaEditing.MOST_GRANTS) throw NotPossible.tooManyGrants(); // before 500 look-ups
        var grants = new ArrayList<Grant>();
        for (var one : list) {
            if (!(one instanceof Map<?, ?> grant)) throw invalid("grants", help);
            var found = grant.get("person") instanceof String person
                    ? grantees.person(person)
                    : grantees.group(String.valueOf(grant.get("group")));
            grants.add(found.orElseThrow(() -> invalid("grants", help)));
        }
        return grants;
    }

    private static Instant recordedAt(Map<String, @Nullable Object> wanted) {
        var moment = moment(wanted, "recordedAt");
        if (moment == null) throw invalid("recordedAt", "Send a moment such as 2026-11-25T08:00:00Z.");
        return moment;
    }

    private static @Nullable Instant moment(Map<String, @Nullable Object> wanted, String field) {
        if (wanted.get(field) == null) return null;
        try {
            return Instant.parse(text(wanted, field));
        } catch (DateTimeException e) {
            throw invalid(field, "Send a moment such as 2026-11-25T08:00:00Z, or null.");
        }
    }

    private static List<String> texts(Map<String, @Nullable Object> wanted, String field) {
        if (!(wanted.get(field) instanceof Collection<?> list)) throw invalid(field, "Send a list of strings.");
        var texts = new ArrayList<String>();
        for (var one : list) {
            if (!(one instanceof String text)) throw invalid(field, "Send a list of strings.");
            texts.add(text);
        }
        return texts;
    }

    private static boolean flag(Map<String, @Nullable Object> wanted, String field, boolean now) {
        if (!wanted.containsKey(field)) return now;
        if (wanted.get(field) instanceof Boolean flag) return flag;
        throw invalid(field, "Send true or false.");
    }

    private static String text(Map<String, @Nullable Object> wanted, String field) {
        if (wanted.get(field) instanceof String text) return text;
        throw invalid(field, "Send a string.");
    }

    private static PortalException invalid(String field, String help) {
        return PortalException.badRequest("invalid-" + field, "%s cannot be used as it is".formatted(field), help);
    }
}
