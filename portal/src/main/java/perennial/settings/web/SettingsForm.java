package perennial.settings.web;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import perennial.settings.DefaultPublish;
import perennial.settings.Settings;

/** The settings page's fields, as they were typed. */
public record SettingsForm(
        String name,
        String timeZone,
        String access,
        boolean download,
        boolean embed,
        boolean share,
        boolean comments,
        String category,
        boolean applyToPublished,
        boolean moderation,
        boolean moderators,
        String approvals) {

    static final List<String> ZONES = Stream.concat(
                    Stream.of("UTC"),
                    ZoneId.getAvailableZoneIds().stream()
                            .filter(id -> id.matches(
                                    "(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+"))
                            .sorted())
            .toList();

    static SettingsForm of(Settings settings) {
        var publish = settings.defaultPublish();
        var zone = settings.timeZone().getId();
        return new SettingsForm(
                settings.name(),
                zone.equals("Z") ? "UTC" : zone,
                publish.access(),
                publish.download(),
                publish.embed(),
                publish.share(),
                publish.comments(),
                publish.category() == null ? "" : publish.category(),
                false,
                settings.contentModeration(),
                settings.moderateModerators(),
                Integer.toString(settings.approvalsNeeded()));
    }

    static SettingsForm of(Map<String, String> fields) {
        return new SettingsForm(
                fields.getOrDefault("name", "").strip(),
                fields.getOrDefault("timeZone", ""),
                fields.getOrDefault("access", ""),
                fields.containsKey("download"),
                fields.containsKey("embed"),
                fields.containsKey("share"),
                fields.containsKey("comments"),
                fields.getOrDefault("category", "").strip(),
                fields.containsKey("applyToPublished"),
                fields.containsKey("moderation"),
                fields.containsKey("moderators"),
                fields.getOrDefault("approvals", "").strip());
    }

    /** A sentence beside each field that does not do. */
    Map<String, String> problems() {
        var found = new LinkedHashMap<String, String>();
        if (name.isEmpty()) found.put("name", "Enter a name.");
        if (name.length() > Settings.LONGEST_NAME) {
            found.put("name", "Use at most " + Settings.LONGEST_NAME + " characters.");
        }
        if (!isZone(timeZone)) found.put("timeZone", "Choose a zone from the list.");
        if (!DefaultPublish.ACCESSES.contains(access)) found.put("access", "Choose who may view.");
        if (!approvals.matches("[1-" + Settings.MOST_APPROVALS + "]")) {
            found.put("approvals", "Enter 1 to " + Settings.MOST_APPROVALS + ", or switch the review off above.");
        }
        return found;
    }

    /** What the page does not show stays as it was. */
    Settings applyTo(Settings before) {
        return new Settings(
                name,
                ZoneId.of(timeZone),
                moderation,
                Integer.parseInt(approvals),
                moderators,
                new DefaultPublish(access, download, embed, share, comments, category.isEmpty() ? null : category));
    }

    private static boolean isZone(String text) {
        try {
            return !text.isEmpty() && ZoneId.of(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
