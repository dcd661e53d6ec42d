package perennial.web;

import org.jspecify.annotations.Nullable;

/**
 * One place of the portal, as the sidebar, the phone's bar and its More menu show it.
 *
 * @param id what a page names as {@code active} to be marked
 * @param icon name of an outline icon, see {@link Icons}
 * @param badge a short count beside the label; absent: none
 * @param minimumRole name of the lowest role that sees it ({@code MANAGER}); empty: everyone
 */
public record MenuEntry(
        String id,
        String label,
        String icon,
        String href,
        @Nullable String badge,
        Section section,
        String minimumRole) {

    /** Groups of the menu, in the order they appear. */
    public enum Section {
        PORTAL,
        MANAGE
    }

    /** A place for everyone, in the first group. */
    public static MenuEntry portal(String id, String label, String icon, String href) {
        return new MenuEntry(id, label, icon, href, null, Section.PORTAL, "");
    }

    /** A place for Managers and up, under "Manage". */
    public static MenuEntry manage(String id, String label, String icon, String href) {
        return new MenuEntry(id, label, icon, href, null, Section.MANAGE, "MANAGER");
    }

    public MenuEntry withBadge(@Nullable String count) {
        return new MenuEntry(id, label, icon, href, count, section, minimumRole);
    }

    public MenuEntry from(String role) {
        return new MenuEntry(id, label, icon, href, badge, section, role);
    }
}
