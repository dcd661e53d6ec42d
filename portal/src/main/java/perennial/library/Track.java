package perennial.library;

import java.util.List;
import perennial.video.Cue;

/**
 * Captions in one language.
 *
 * @param language as a BCP 47 tag, such as {@code en} or {@code pt-BR}; {@code und} where nobody said
 * @param label what the menu shows, such as {@code English}
 */
public record Track(String language, String label, List<Cue> cues) {
    public Track {
        if (!language.matches("[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*")) {
            throw new IllegalArgumentException("not a language tag: " + language);
        }
        cues = List.copyOf(cues);
    }
}
