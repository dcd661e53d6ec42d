package perennial.library;

import java.time.Duration;
import java.util.List;

/**
 * What an item's current version is made of, without the bytes and the spoken words.
 *
 * @param views the one to start with first
 * @param originals only for those who may change the item, else empty
 */
public record MediaContent(
        List<View> views,
        List<OriginalFile> originals,
        List<Language> captions,
        List<ChapterMark> chapters,
        List<ChatLine> chat) {

    /**
     * One view.
     *
     * @param size of the joined file, in bytes
     */
    public record View(String name, int width, int height, boolean audioOnly, long size) {}

    /** Captions there are. */
    public record Language(String tag, String label) {}

    /** Whether there is nothing to look at. */
    public boolean audioOnly() {
        return views.stream().allMatch(View::audioOnly);
    }

    /** When each chapter begins. */
    public List<Duration> starts() {
        return chapters.stream().map(ChapterMark::start).toList();
    }
}
