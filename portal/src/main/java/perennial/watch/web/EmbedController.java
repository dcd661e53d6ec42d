package perennial.watch.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import perennial.library.LinksInHand;
import perennial.library.MediaAddresses;
import perennial.library.UnknownMedia;
import perennial.settings.EmbedSites;
import perennial.watch.Watch;
import perennial.watch.Watch.Opened;
import perennial.web.Assets;
import perennial.web.Framing;
import perennial.web.PublicAddress;

/**
 * A video in a frame of another site's page, for whoever may see it, where its settings allow embedding. By its id, or by its secret
 * link: browsers send no cookies from such a frame, so that there only what is public or opened by its secret is shown.
 */
@Controller
class EmbedController {
    private final Watch watch;
    private final WatchPages pages;
    private final EmbedCodes codes;
    private final EmbedSites sites;
    private final LinksInHand inHand;
    private final PublicAddress address;
    private final Assets assets;

    EmbedController(
            Watch watch,
            WatchPages pages,
            EmbedCodes codes,
            EmbedSites sites,
            LinksInHand inHand,
            PublicAddress address,
            Assets assets) {
        this.watch = watch;
        this.pages = pages;
        this.codes = codes;
        this.sites = sites;
        this.inHand = inHand;
        this.address = address;
        this.assets = assets;
    }

    /**
     * @param what id or secret
     * @param t the second to start at
     */
    @GetMapping("/embed/{what}")
    String page(
            @PathVariable String what,
            @RequestParam(defaultValue = "") String t,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Framing.allow(response, sites.all());
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader("Cache-Control", "private, no-store");
        var secret = LinksInHand.isSecret(what);
        if (secret) inHand.take(what, request); // for this request; no cookie would come back
        var opened = opened(what);
        if (opened.isEmpty()) {
            response.setStatus(404);
            return "watch/embednone";
        }
        model.addAttribute("page", page(opened.orElseThrow(), StartTime.of(t), secret ? what : ""));
        return "watch/embed";
    }

    private Optional<Opened> opened(String what) {
        try {
            return watch.openIfVisible(codes.named(what))
                    .filter(found -> found.media().allowed().embed());
        } catch (UnknownMedia e) {
            return Optional.empty();
        }
    }

    private EmbedPage page(Opened opened, Duration start, String secret) {
        var page = pages.page(opened, start, "", "");
        var first = page.angle();
        var media = opened.media();
        return new EmbedPage(
                page.title(),
                media.poster() == null
                        ? assets.url(opened.content().audioOnly() ? "pictures/audio.svg" : "pictures/preparing.svg")
                        : withSecret(page.poster(), secret),
                StartTime.text(start),
                page.parts(),
                withSecret(first.src(), secret) + (start.isZero() ? "" : "#t=" + StartTime.text(start)),
                first.type(),
                first.audio(),
                page.captions().stream()
                        .map(one -> new WatchPage.Captions(one.language(), one.label(), withSecret(one.src(), secret)))
                        .toList(),
                address.of(secret.isEmpty() ? MediaAddresses.watch(media.id()) : MediaAddresses.link(secret))
                        .toString());
    }

    private static String withSecret(String path, String secret) {
        if (secret.isEmpty()) return path;
        return path + (path.contains("?") ? "&" : "?") + LinksInHand.PARAMETER + "=" + secret;
    }
}
