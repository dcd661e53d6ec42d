package perennial.sync;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import perennial.people.PersonId;

/**
 * Reads which address at Zoom belongs to whom here (U7): an object of addresses to people, or a text with one such pair a
 * line. People are named by their id or their e-mail address.
 */
final class AliasReader {
    private static final String FIELD = "aliases";
    private static final int MOST = 1_000;
    private static final Pattern PARTED = Pattern.compile("\\s*(?:=>|->|[=→,;])\\s*|\\s+");

    private final FieldReader fields;
    private final Function<String, Optional<PersonId>> people;
    private final Map<String, PersonId> found = new LinkedHashMap<>();

    AliasReader(FieldReader fields, Function<String, Optional<PersonId>> people) {
        this.fields = fields;
        this.people = people;
    }

    /** Those that were given; the ones before where none were, or where any is wrong. */
    Map<String, PersonId> read(Map<String, PersonId> before) {
        if (!fields.has(FIELD)) return before;
        var given = fields.raw(FIELD);
        boolean good = given instanceof Map<?, ?> pairs ? all(pairs) : all(given == null ? "" : given.toString());
        if (good && found.size() > MOST) {
            fields.wrong(FIELD, "At most %d aliases.".formatted(MOST));
            return before;
        }
        return good ? found : before;
    }

    private boolean all(Map<?, ?> pairs) {
        for (var pair : pairs.entrySet()) {
            if (!add("", String.valueOf(pair.getKey()), String.valueOf(pair.getValue()))) return false;
        }
        return true;
    }

    private boolean all(String text) {
        int number = 0;
        for (var line : text.split("\\R", -1)) {
            number++;
            if (line.isBlank()) continue;
            var pair = PARTED.split(line.strip(), -1);
            var place = "Line %d: ".formatted(number);
            if (pair.length != 2) {
                return wrong(place + "write the address at Zoom, an equals sign, and the address here, such as"
                        + " mira@clinic.example = mira@example.org.");
            }
            if (!add(place, pair[0], pair[1])) return false;
        }
        return true;
    }

    private boolean add(String place, String email, String person) {
        String address;
        try {
            var addresses = Addresses.parse(email);
            if (addresses.size() != 1) throw new Addresses.Malformed(1, email);
            address = addresses.getFirst().toLowerCase(Locale.ROOT);
        } catch (Addresses.Malformed e) {
            return wrong("%s\"%s\" is not an e-mail address.".formatted(place, shortened(email)));
        }
        var owner = people.apply(person.strip());
        if (owner.isEmpty()) {
            return wrong("%snobody in the portal has the address \"%s\"; invite them first."
                    .formatted(place, shortened(person)));
        }
        if (found.put(address, owner.get()) != null) {
            return wrong("%sthe address %s stands here twice.".formatted(place, address));
        }
        return true;
    }

    private boolean wrong(String sentence) {
        fields.wrong(FIELD, Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1));
        return false;
    }

    private static String shortened(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
