package perennial.library.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import perennial.library.Access;
import perennial.library.Categories;
import perennial.library.Category;
import perennial.library.CategoryId;
import perennial.library.Grant;
import perennial.library.Grantees;
import perennial.library.Media;
import perennial.library.MediaEditing;
import perennial.library.MediaSettings;
import perennial.library.NotPossible;
import perennial.people.PersonId;

/** Reads the form of an item's settings. */
@Component
class EditReader {
    private final Categories categories;
    private final Grantees grantees;

    EditReader(Categories categories, Grantees grantees) {
        this.categories = categories;
        this.grantees = grantees;
    }

    /** What the form says. A field that cannot be read is as it was, and has a sentence in {@code problems}. */
    record Read(MediaSettings settings, Map<String, String> problems) {}

    /**
     * What nobody touched in the form stays exactly as it is, also where the form holds less than that: seconds, the second of two
     * equal hours, how lines end.
     *
     * @param zone of the times in the form
     */
    Read read(EditFields fields, MediaSettings now, ZoneId zone) {
        var problems = new LinkedHashMap<String, String>();
        var shown = EditFields.of(now, zone);
        var settings = new MediaSettings(
                fields.title(),
                fields.description().equals(EditFields.lines(now.description()))
                        ? now.description()
                        : fields.description(),
                read(
                        fields.author(),
                        "author",
                        "Choose somebody from the list.",
                        PersonId::parse,
                        now.author(),
                        problems),
                recorded(fields, shown, now, zone, problems),
                category(fields, now, problems),
                fields.tags().equals(shown.tags())
                        ? now.tags()
                        : Arrays.asList(fields.tags().split(",", -1)),
                read(fields.access(), "access", "Choose who may view.", Access::ofWord, now.access(), problems),
                fields.grants().equals(shown.grants()) ? now.grants() : grants(fields, problems),
                fields.from().equals(shown.from())
                        ? now.availableFrom()
                        : moment(fields.from(), "availableFrom", zone, problems),
                fields.until().equals(shown.until())
                        ? now.availableUntil()
                        : moment(fields.until(), "availableUntil", zone, problems),
                new Media.Allowed(fields.download(), fields.embed(), fields.share(), fields.comments()));
        return new Read(settings, problems);
    }

    private static <T> T read(
            String text,
            String field,
            String problem,
            Function<String, T> reader,
            T now,
            Map<String, String> problems) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            problems.put(field, problem);
            return now;
        }
    }

    private static Instant recorded(
            EditFields fields, EditFields shown, MediaSettings now, ZoneId zone, Map<String, String> problems) {
        if (fields.recorded().equals(shown.recorded())) return now.recordedAt();
        var moment = moment(fields.recorded(), "recordedAt", zone, problems);
        if (moment != null) return moment;
        problems.put("recordedAt", "Enter the day and the time it was recorded.");
        return now.recordedAt();
    }

    private @Nullable Category category(EditFields fields, MediaSettings now, Map<String, String> problems) {
        if (fields.category().isEmpty()) return null;
        try {
            var found = categories.find(CategoryId.parse(fields.category()));
            if (found.isPresent()) return found.orElseThrow();
        } catch (IllegalArgumentException e) {
            // told below: no such category
        }
        problems.put("category", "This category is gone. Choose another.");
        return now.category();
    }

    private List<Grant> grants(EditFields fields, Map<String, String> problems) {
        var names = fields.grants()
                .lines()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        if (names.size() > MediaEditing.MOST_GRANTS) {
            problems.put("grants", NotPossible.tooManyGrants().sentence() + ".");
            return List.of();
        }
        var grants = new ArrayList<Grant>();
        for (var name : names) {
            var found = grantees.named(name).orElse(null);
            if (found == null) problems.put("grants", "Nobody here, and no group, is called “%s”.".formatted(name));
            else grants.add(found);
        }
        return grants;
    }

    private static @Nullable Instant moment(String text, String field, ZoneId zone, Map<String, String> problems) {
        if (text.isBlank()) return null;
        try {
            return LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            problems.put(field, "Enter a day and a time, or leave it empty for always.");
            return null;
        }
    }
}
