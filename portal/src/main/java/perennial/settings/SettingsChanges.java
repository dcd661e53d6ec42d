package perennial.settings;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes of the settings that reach what is there already. */
@Service
public class SettingsChanges {
    private final PortalSettings settings;
    private final PublishedVideos videos;

    SettingsChanges(PortalSettings settings, PublishedVideos videos) {
        this.settings = settings;
        this.videos = videos;
    }

    /**
     * Saves {@code wanted} and gives its default publish settings to all published videos, both or neither.
     *
     * @return how many videos there were
     */
    @Transactional
    public int everywhere(Settings wanted, String actor) {
        settings.change(wanted, actor);
        return videos.apply(wanted.defaultPublish(), actor);
    }
}
