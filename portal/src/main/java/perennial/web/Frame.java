package perennial.web;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * What the layout needs beside a page's own content. Every model has it under the name {@code frame}.
 *
 * @param look the portal's name, colour and logo
 * @param menu the places this viewer may go to
 * @param said a sentence about the step before this page ("Saved."), shown once as a toast
 */
public record Frame(
        Brand.Look look,
        List<MenuEntry> menu,
        Viewer viewer,
        Assets assets,
        Supplier<@Nullable CsrfToken> csrf,
        @Nullable String said) {

    private static final int PHONE_BAR = 3;

    /** The portal's name. */
    public String brand() {
        return look.name();
    }

    public List<MenuEntry> section(MenuEntry.Section section) {
        return menu.stream().filter(entry -> entry.section() == section).toList();
    }

    public List<MenuEntry> portal() {
        return section(MenuEntry.Section.PORTAL);
    }

    public List<MenuEntry> manage() {
        return section(MenuEntry.Section.MANAGE);
    }

    /** The first places, for the bar at the bottom of a phone. */
    public List<MenuEntry> bar() {
        return menu.subList(0, Math.min(PHONE_BAR, menu.size()));
    }

    /** The places that the phone's bar has no room for. */
    public List<MenuEntry> more() {
        return menu.subList(Math.min(PHONE_BAR, menu.size()), menu.size());
    }

    /** Address of one of our static files, e.g. {@code asset("js/player.js")}; it changes when the file does. */
    public String asset(String path) {
        return assets.url(path);
    }

    /** Address of a library's file, e.g. {@code webjar("video.js", "dist/video.min.js")}. */
    public String webjar(String name, String path) {
        return assets.webjar(name, path);
    }

    /** The token that a form must send back; the first use begins a session. Empty where there is none. */
    public String csrfToken() {
        var token = csrf.get();
        return token == null ? "" : token.getToken();
    }

    /** What htmx sends along with each request of a page, as JSON; nothing for guests, who have no session. */
    public @Nullable String htmxHeaders() {
        return viewer.signedIn() ? "{\"X-CSRF-TOKEN\":\"" + csrfToken() + "\"}" : null;
    }
}
