package perennial.library.web;

import org.jspecify.annotations.Nullable;

/**
 * The form of an item's title and description.
 *
 * @param heading the title as it is stored, while {@code title} is what the form holds
 * @param wrong the field that could not be saved, with the sentence why; absent on a fresh form
 */
public record EditPage(
        String id,
        String heading,
        String title,
        String description,
        boolean deleted,
        @Nullable Wrong wrong) {
    /**
     * A refused field.
     *
     * @param field name of the input
     */
    public record Wrong(String field, String sentence) {}

    /** What is wrong with {@code field}; null if nothing. */
    public @Nullable String wrongWith(String field) {
        return wrong != null && wrong.field.equals(field) ? wrong.sentence : null;
    }
}
