package perennial.library;

import org.jspecify.annotations.Nullable;
import perennial.people.Person;

/**
 * An item went from one status to another, or was changed while it waits in review: published as an application event in
 * the transaction of the change.
 *
 * @param from absent for a new item; equal to {@code to} where an item in review was edited, or got other pictures or sound
 * @param by who did it; absent: an import
 * @param note why, for the author; empty where nobody said
 * @param before what it was before an edit that takes it out of the library; absent where no edit did
 */
public record MediaMoved(
        MediaId id,
        @Nullable MediaStatus from,
        MediaStatus to,
        @Nullable Person by,
        String note,
        @Nullable Facts before) {}
