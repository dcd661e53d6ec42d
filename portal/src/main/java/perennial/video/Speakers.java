package perennial.video;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds the names in Zoom's cues, which read {@code Name: words}; some have no name, and a name may hold a colon itself
 * ({@code Room 3: Berlin: Hello}). A single cue cannot tell; the whole file can: the longer of two possible names is meant
 * if it follows each time the shorter one appears, and it appears more than once.
 */
final class Speakers {
    private static final int LONGEST_NAME = 80;
    private static final int MOST_COLONS = 4;
    /** What a name does not hold but a sentence before a colon may. */
    private static final Pattern SENTENCE = Pattern.compile("[?!;…\"]|\\.\\s.*\\s.*\\s");

    private final Map<String, Integer> counts = new HashMap<>();

    private Speakers() {}

    /** The cues with their speakers told from their words. Those that have a speaker already are left alone. */
    static List<Cue> tell(List<Cue> cues) {
        var speakers = new Speakers();
        for (var cue : cues) {
            if (cue.speaker() == null)
                possibleNames(cue.text()).forEach(name -> speakers.counts.merge(name, 1, Integer::sum));
        }
        return cues.stream().map(speakers::split).toList();
    }

    private Cue split(Cue cue) {
        if (cue.speaker() != null) return cue;
        var names = possibleNames(cue.text());
        if (names.isEmpty()) return cue;
        var name = names.getFirst();
        for (var longer : names) {
            int count = count(longer);
            if (count > 1 && count == count(name)) name = longer;
        }
        var words = cue.text().substring(name.length() + 1).strip();
        return words.isEmpty() ? cue : new Cue(cue.start(), cue.end(), name.strip(), words);
    }

    private int count(String name) {
        return counts.getOrDefault(name, 0);
    }

    /** What stands before the first, second … colon of the first line, the shortest first. */
    private static List<String> possibleNames(String text) {
        var names = new ArrayList<String>();
        var line = text.lines().findFirst().orElse("");
        for (int colon = line.indexOf(": ");
                colon > 0 && names.size() < MOST_COLONS;
                colon = line.indexOf(": ", colon + 1)) {
            var name = line.substring(0, colon);
            if (name.length() > LONGEST_NAME || SENTENCE.matcher(name).find()) break;
            names.add(name);
        }
        return names;
    }
}
