package perennial.watch.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import perennial.library.LinksInHand;
import perennial.library.UnknownMedia;
import perennial.watch.Watch;
import perennial.web.Brand;
import perennial.web.PortalException;
import perennial.web.PublicAddress;

/** oEmbed 1.0: other sites ask by the address of a video's page for the code that shows it in theirs. Only for what the asker may see. */
@RestController
class OembedController {
    private static final int UNBOUNDED = 100_000;

    private final Watch watch;
    private final EmbedCodes codes;
    private final LinksInHand inHand;
    private final Brand brand;
    private final PublicAddress address;

    OembedController(Watch watch, EmbedCodes codes, LinksInHand inHand, Brand brand, PublicAddress address) {
        this.watch = watch;
        this.codes = codes;
        this.inHand = inHand;
        this.brand = brand;
        this.address = address;
    }

    /** The fields that the standard names for a video. */
    record Reply(
            String version,
            String type,
            String title,
            @JsonProperty("author_name") String authorName,
            @JsonProperty("provider_name") String providerName,
            @JsonProperty("provider_url") String providerUrl,
            String html,
            int width,
            int height) {}

    /**
     * @param url of a watch page, a secret link or a frame
     * @param format only {@code json}
     */
    @GetMapping(path = "/oembed", produces = MediaType.APPLICATION_JSON_VALUE)
    Reply embed(
            @RequestParam(defaultValue = "") String url,
            @RequestParam(defaultValue = "json") String format,
            @RequestParam(defaultValue = "" + UNBOUNDED) int maxwidth,
            @RequestParam(defaultValue = "" + UNBOUNDED) int maxheight,
            HttpServletRequest request) {
        if (!format.equals("json")) {
            throw new PortalException(501, "only-json", "Only JSON is answered", "Ask with format=json.");
        }
        var named = codes.inAddress(url).orElseThrow(UnknownMedia::new);
        if (LinksInHand.isSecret(named)) inHand.take(named, request); // for this request
        var opened = watch.openIfVisible(codes.named(named))
                .filter(found -> found.media().allowed().embed())
                .orElseThrow(UnknownMedia::new);
        var size = EmbedCodes.size(opened).within(Math.max(1, maxwidth), Math.max(1, maxheight));
        var media = opened.media();
        return new Reply(
                "1.0",
                "video",
                media.title(),
                media.authorName(),
                brand.look().name(),
                address.of("/").toString(),
                codes.code(named, media.title(), size),
                size.width(),
                size.height());
    }
}
