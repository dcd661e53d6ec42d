package perennial.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The settings of what people bring, and of where videos are shown outside. */
@Service
public class SharingSettings {
    private final UploadLimit uploads;
    private final EmbedSites sites;

    SharingSettings(UploadLimit uploads, EmbedSites sites) {
        this.uploads = uploads;
        this.sites = sites;
    }

    /**
     * Changes both, or neither.
     *
     * @param largestUpload as {@link UploadLimit#change}; null: it stays
     * @param embedSites as {@link EmbedSites#change}; null: they stay
     * @throws IllegalArgumentException if one of them does not do
     */
    @Transactional
    public void change(@Nullable Long largestUpload, @Nullable List<String> embedSites, String actor) {
        if (largestUpload != null) uploads.change(largestUpload, actor);
        if (embedSites != null) sites.change(embedSites, actor);
    }
}
