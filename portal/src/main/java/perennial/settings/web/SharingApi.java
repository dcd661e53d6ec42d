package perennial.settings.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import perennial.settings.EmbedSites;
import perennial.settings.SharingSettings;
import perennial.settings.UploadLimit;
import perennial.web.PortalException;
import perennial.web.Viewers;

/** The settings of uploads and of embedding over REST; a PATCH changes what it names. */
@RestController
@RequestMapping("/api/v1/settings/sharing")
class SharingApi {
    private final UploadLimit uploads;
    private final EmbedSites sites;
    private final SharingSettings settings;
    private final Viewers viewers;

    SharingApi(UploadLimit uploads, EmbedSites sites, SharingSettings settings, Viewers viewers) {
        this.uploads = uploads;
        this.sites = sites;
        this.settings = settings;
        this.viewers = viewers;
    }

    /**
     * @param largestUpload in bytes
     * @param embedSites origins whose pages may show videos; empty: all
     */
    @Schema(name = "Sharing")
    record Body(@Nullable Long largestUpload, @Nullable List<String> embedSites) {}

    /** How large an upload may be, and where videos may be embedded. */
    @GetMapping
    Body get() {
        return new Body(uploads.bytes(), sites.all());
    }

    /** Changes what it names. */
    @PatchMapping
    Body change(@RequestBody Body change) {
        try {
            settings.change(
                    change.largestUpload(),
                    change.embedSites(),
                    viewers.current().email());
        } catch (IllegalArgumentException e) {
            throw PortalException.badRequest(
                    "invalid-setting", "A setting is not usable", String.valueOf(e.getMessage()));
        }
        return get();
    }
}
