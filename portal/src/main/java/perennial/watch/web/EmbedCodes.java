package perennial.watch.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriUtils;
import perennial.library.Access;
import perennial.library.Links;
import perennial.library.LinksInHand;
import perennial.library.MediaAddresses;
import perennial.library.MediaId;
import perennial.library.UnknownMedia;
import perennial.watch.Watch.Opened;
import perennial.web.PublicAddress;

/** What is put into other pages to show a video there, and the addresses that name one. */
@Component
class EmbedCodes {
    private static final int WIDTH = 640;
    private static final int SOUND_HEIGHT = 120;

    private final PublicAddress address;
    private final Links links;

    EmbedCodes(PublicAddress address, Links links) {
        this.address = address;
        this.links = links;
    }

    /** Width and height of a frame, in pixels. */
    record Size(int width, int height) {
        /** The largest that is not larger than this and not larger than asked, of the same shape. */
        Size within(int mostWidth, int mostHeight) {
            double share = Math.min(1, Math.min((double) mostWidth / width, (double) mostHeight / height));
            return new Size(
                    (int) Math.max(1, Math.floor(width * share)), (int) Math.max(1, Math.floor(height * share)));
        }
    }

    /**
     * @param secret by which the page was opened; null where by its id
     */
    Sharing sharing(Opened opened, @Nullable String secret) {
        var media = opened.media();
        var named = media.access() == Access.LINK
                ? Optional.ofNullable(secret).or(opened::link)
                : Optional.of(media.id().toString());
        if (!media.allowed().embed() || named.isEmpty()) return new Sharing("", "");
        var page = media.access() == Access.LINK
                ? MediaAddresses.link(named.orElseThrow())
                : MediaAddresses.watch(media.id());
        return new Sharing(
                code(named.orElseThrow(), media.title(), size(opened)),
                "/oembed?url=" + UriUtils.encode(address.of(page).toString(), UTF_8));
    }

    /** The frame that shows it. */
    String code(String named, String title, Size size) {
        return "<iframe src=\"%s\" width=\"%d\" height=\"%d\" title=\"%s\" allow=\"fullscreen; picture-in-picture\" loading=\"lazy\"></iframe>"
                .formatted(address.of("/embed/" + named), size.width(), size.height(), HtmlUtils.htmlEscape(title));
    }

    /** The shape of what is shown first. */
    static Size size(Opened opened) {
        var views = opened.content().views();
        if (opened.content().audioOnly() || views.isEmpty()) return new Size(WIDTH, SOUND_HEIGHT);
        var first = views.getFirst();
        if (first.width() < 1 || first.height() < 1) return new Size(WIDTH, WIDTH * 9 / 16);
        return new Size(WIDTH, Math.max(1, Math.round((float) WIDTH * first.height() / first.width())));
    }

    /**
     * The video that an id or a secret names.
     *
     * @throws UnknownMedia if it names none
     */
    MediaId named(String what) {
        return LinksInHand.isSecret(what) ? links.opens(what).orElseThrow(UnknownMedia::new) : MediaId.asked(what);
    }

    /** The id or secret in the address of one of our pages; empty in any other address. */
    Optional<String> inAddress(String url) {
        var portal = address.of("/").toString();
        if (!url.startsWith(portal)) return Optional.empty();
        try {
            var path = URI.create(url)
                    .getPath()
                    .substring(address.of("/").getPath().length() - 1);
            var found = path.replaceFirst("^/(watch|v|embed)/([0-9a-f-]{36,64})$", "$2");
            return found.equals(path) ? Optional.empty() : Optional.of(found);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
