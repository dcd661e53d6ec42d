package perennial.library.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import perennial.library.Access;

/**
 * The fields that {@link MediaPatch} reads, for the description of the API. One that is not there stays as it is.
 *
 * @param author id or e-mail address
 * @param category id or name; null: none
 * @param grants whom {@code chosen} lets in
 * @param availableFrom null: at once
 * @param availableUntil null: for good
 */
record MediaFieldsJson(
        @Nullable String title,
        @Nullable String description,
        @Nullable String author,
        @Nullable Instant recordedAt,
        @Nullable String category,
        @Nullable List<String> tags,
        @Nullable Access access,
        @Nullable List<Grant> grants,
        @Nullable Instant availableFrom,
        @Nullable Instant availableUntil,
        @Nullable Boolean download,
        @Nullable Boolean embed,
        @Nullable Boolean share,
        @Nullable Boolean comments) {
    /**
     * One of the two.
     *
     * @param person id or e-mail address
     * @param group id or name
     */
    record Grant(@Nullable String person, @Nullable String group) {}
}
