package perennial.library.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import perennial.library.Captions;
import perennial.library.StatusBadge;

/**
 * The settings of one item (P5).
 *
 * @param heading the title as it is stored, while the form may hold another
 * @param goesBack whether saving other words or another access takes it out of the library until it is approved again
 * @param zone of the times in the form, in words
 * @param link the address for anyone who has it; empty where there is none
 * @param chapters one a line, see {@link perennial.library.ChapterLines}
 * @param problems a sentence for each field that could not be saved
 */
public record EditPage(
        String id,
        String heading,
        StatusBadge status,
        boolean deleted,
        boolean goesBack,
        @Nullable String picture,
        String length,
        EditFields fields,
        List<Option> authors,
        List<Option> categories,
        String zone,
        String link,
        List<Captions.Listed> captions,
        String chapters,
        Map<String, String> problems) {
    /** Something to choose. */
    public record Option(String value, String label) {}

    /** What is wrong with {@code field}; null if nothing. */
    public @Nullable String wrongWith(String field) {
        return problems.get(field);
    }

    /** The class of an input, which marks a wrong one. */
    public String styled(String kind, String field) {
        return problems.containsKey(field) ? kind + " is-invalid" : kind;
    }
}
