package perennial.people;

import org.jspecify.annotations.Nullable;

/**
 * People who are chosen together. Immutable.
 *
 * @param name unique in the portal, ignoring case
 * @param claim the value of the sign-in provider's group claim that fills it; absent: filled by hand
 * @param people how many are in it, erased ones not counted
 */
public record PersonGroup(GroupId id, String name, @Nullable String claim, long people) {
    public static final int LONGEST_NAME = 120;
}
