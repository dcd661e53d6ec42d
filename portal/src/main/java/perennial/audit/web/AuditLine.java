package perennial.audit.web;

import java.util.Locale;
import java.util.Map;
import perennial.audit.AuditEntry;
import perennial.web.Dates;

/**
 * One entry as people read it.
 *
 * @param what the action in words with its subject: "Role changed: tomas@example.org"
 * @param area the part of the portal it belongs to
 * @param kind class of its badge
 */
public record AuditLine(
        String what,
        String detail,
        String area,
        String icon,
        String kind,
        String who,
        String time,
        String at,
        String utc) {
    private static final Map<String, String> AREAS = Map.of(
            "people", "People", "settings", "Settings", "sync", "Zoom app", "zoom", "Zoom app", "library", "Videos");
    private static final Map<String, String> ICONS =
            Map.of("people", "users", "settings", "settings", "sync", "video", "zoom", "video", "library", "books");

    static AuditLine of(AuditEntry entry) {
        var dot = entry.action().indexOf('.');
        var module = dot < 0 ? "" : entry.action().substring(0, dot);
        var action = entry.action().substring(dot + 1).replace('-', ' ');
        var words = action.isEmpty() ? "" : action.substring(0, 1).toUpperCase(Locale.ROOT) + action.substring(1);
        boolean signedIn = entry.action().equals("people.signed-in");
        return new AuditLine(
                entry.subject().isEmpty() || entry.subject().equals(entry.actor())
                        ? words
                        : words + ": " + entry.subject(),
                entry.detail(),
                signedIn ? "Sign-ins" : AREAS.getOrDefault(module, "Portal"),
                signedIn ? "login" : ICONS.getOrDefault(module, "list-details"),
                signedIn ? "" : module.equals("settings") ? "warn" : "wait",
                entry.actor(),
                Dates.time(entry.at()),
                entry.at().toString(),
                Dates.utc(entry.at()));
    }
}
