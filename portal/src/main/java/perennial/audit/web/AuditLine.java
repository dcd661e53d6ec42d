package perennial.audit.web;

import java.util.Locale;
import perennial.audit.AuditArea;
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
    static AuditLine of(AuditEntry entry) {
        var dot = entry.action().indexOf('.');
        var action = entry.action().substring(dot + 1).replace('-', ' ');
        var words = action.isEmpty() ? "" : action.substring(0, 1).toUpperCase(Locale.ROOT) + action.substring(1);
        var area = AuditArea.of(entry.action());
        return new AuditLine(
                entry.subject().isEmpty() || entry.subject().equals(entry.actor())
                        ? words
                        : words + ": " + entry.subject(),
                entry.detail(),
                area.map(AuditArea::label).orElse("Portal"),
                area.map(AuditArea::icon).orElse("list-details"),
                area.map(AuditLine::kind).orElse("wait"),
                entry.actor(),
                Dates.time(entry.at()),
                entry.at().toString(),
                Dates.utc(entry.at()));
    }

    private static String kind(AuditArea area) {
        return switch (area) {
            case SIGN_INS -> "";
            case SETTINGS -> "warn";
            case VIDEOS -> "ok";
            case PEOPLE, ZOOM -> "wait";
        };
    }
}
