package perennial.settings.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import perennial.settings.DefaultPublish;
import perennial.settings.PortalSettings;
import perennial.settings.Settings;
import perennial.settings.SettingsChanges;
import perennial.web.PortalException;
import perennial.web.Viewers;

/**
 * The settings over REST; a PATCH changes what it names. With {@code applyToPublished} what is published gets the default publish
 * settings too.
 */
@RestController
@RequestMapping("/api/v1/settings")
class SettingsApi {
    private final PortalSettings settings;
    private final SettingsChanges changes;
    private final Viewers viewers;

    SettingsApi(PortalSettings settings, SettingsChanges changes, Viewers viewers) {
        this.settings = settings;
        this.changes = changes;
        this.viewers = viewers;
    }

    /** @param access who may view: {@code author}, {@code chosen}, {@code portal}, {@code link} or {@code public} */
    @Schema(name = "DefaultPublish")
    record Publish(
            @Nullable String access,
            @Nullable Boolean download,
            @Nullable Boolean embed,
            @Nullable Boolean share,
            @Nullable Boolean comments,
            @Nullable String category) {}

    /** @param applyToPublished in a change: what is published gets the default publish settings too; never answered */
    @Schema(name = "Settings")
    record Body(
            @Nullable String name,
            @Nullable String timeZone,
            @Nullable Boolean contentModeration,
            @Nullable Integer approvalsNeeded,
            @Nullable Boolean moderateModerators,
            @Nullable Publish defaultPublish,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean applyToPublished) {}

    /** All of them. */
    @GetMapping
    Body get() {
        var now = settings.current();
        var publish = now.defaultPublish();
        return new Body(
                now.name(),
                now.timeZone().getId(),
                now.contentModeration(),
                now.approvalsNeeded(),
                now.moderateModerators(),
                new Publish(
                        publish.access(),
                        publish.download(),
                        publish.embed(),
                        publish.share(),
                        publish.comments(),
                        publish.category()),
                null);
    }

    /** Changes what it names. */
    @PatchMapping
    Body change(@RequestBody Body change) {
        try {
            var wanted = changed(settings.current(), change);
            var actor = viewers.current().email();
            if (Boolean.TRUE.equals(change.applyToPublished())) changes.everywhere(wanted, actor);
            else settings.change(wanted, actor);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw PortalException.badRequest(
                    "invalid-setting", "A setting is not usable", String.valueOf(e.getMessage()));
        }
        return get();
    }

    private static Settings changed(Settings now, Body change) {
        return new Settings(
                or(change.name(), now.name()),
                change.timeZone() == null ? now.timeZone() : ZoneId.of(change.timeZone()),
                or(change.contentModeration(), now.contentModeration()),
                or(change.approvalsNeeded(), now.approvalsNeeded()),
                or(change.moderateModerators(), now.moderateModerators()),
                changed(now.defaultPublish(), change.defaultPublish()));
    }

    private static DefaultPublish changed(DefaultPublish now, @Nullable Publish change) {
        if (change == null) return now;
        return new DefaultPublish(
                or(change.access(), now.access()),
                or(change.download(), now.download()),
                or(change.embed(), now.embed()),
                or(change.share(), now.share()),
                or(change.comments(), now.comments()),
                change.category() == null ? now.category() : blankToNull(change.category()));
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }

    private static <T> T or(@Nullable T wanted, T now) {
        return wanted == null ? now : wanted;
    }
}
