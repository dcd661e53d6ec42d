package perennial.access;

import org.jspecify.annotations.Nullable;
import perennial.people.Role;

/** Who asks. */
enum Asker {
    GUEST(null),
    /** A guest who was given the secret link of every video that has one. */
    LINKED(null),
    VIEWER(Role.VIEWER),
    /** A Viewer whom the video with chosen people is for; also wrote the comment under each video. */
    CHOSEN(Role.VIEWER),
    /** Author of all videos. */
    AUTHOR(Role.CONTRIBUTOR),
    CONTRIBUTOR(Role.CONTRIBUTOR),
    MODERATOR(Role.MODERATOR),
    MANAGER(Role.MANAGER),
    ADMINISTRATOR(Role.ADMINISTRATOR);

    private final @Nullable Role role;

    Asker(@Nullable Role role) {
        this.role = role;
    }

    /** Null for guests. */
    @Nullable
    Role role() {
        return role;
    }

    boolean guest() {
        return role == null;
    }

    boolean atLeast(Role needed) {
        return role != null && role.atLeast(needed);
    }

    boolean sees(State state) {
        if (edits()) return true;
        if (!state.shown()) return false;
        return switch (state.access()) {
            case AUTHOR -> false;
            case CHOSEN -> this == CHOSEN;
            case PORTAL -> !guest();
            case LINK -> this == LINKED;
            case PUBLIC -> true;
        };
    }

    /** Every video of these tests is by the same author. */
    boolean edits() {
        return this == AUTHOR || atLeast(Role.MODERATOR);
    }
}
