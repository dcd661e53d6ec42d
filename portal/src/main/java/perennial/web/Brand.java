package perennial.web;

import org.jspecify.annotations.Nullable;

/** How the portal is called and looks. Made by the settings module. */
@FunctionalInterface
public interface Brand {
    Look look();

    default String name() {
        return look().name();
    }

    /**
     * Name and looks.
     *
     * @param accent name of the colour of actions, as style sheets know it
     * @param logo address of the portal's own logo; absent: the program's mark
     */
    record Look(String name, String accent, @Nullable String logo) {}
}
