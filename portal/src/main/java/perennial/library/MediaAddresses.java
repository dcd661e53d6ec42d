package perennial.library;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.springframework.web.util.UriUtils;
import perennial.storage.BlobId;

/** Where an item's pages and bytes are, from the portal's root. */
public final class MediaAddresses {
    private MediaAddresses() {}

    public static String watch(MediaId id) {
        return "/watch/" + id;
    }

    /** The joined file of one view. */
    public static String view(MediaId id, String view) {
        return "/media/%s/views/%s.mp4".formatted(id, UriUtils.encodePathSegment(view, UTF_8));
    }

    /** The same as a player asks for it: it goes on with the version it began with, when there is a newer one. */
    public static String playing(Media media, String view) {
        return "%s?v=%d".formatted(view(media.id(), view), media.version());
    }

    /** The same of a version that waits in review, for those who may edit the item. */
    public static String waiting(MediaId id, String view, int version) {
        return "%s?v=%d".formatted(view(id, view), version);
    }

    /** An original. */
    public static String file(MediaId id, BlobId file) {
        return "/media/%s/files/%s".formatted(id, file);
    }

    /** Captions in one language. */
    public static String captions(MediaId id, String language) {
        return "/media/%s/captions/%s.vtt".formatted(id, language);
    }

    /** The poster, under an address of its own for each picture. */
    public static String poster(Media media) {
        return "/media/%s/poster.jpg?v=%s"
                .formatted(media.id(), String.valueOf(media.poster()).split("-", 2)[0]);
    }

    /** The page of an item for whoever has its secret. */
    public static String link(String secret) {
        return "/v/" + secret;
    }
}
