package perennial.watch.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import perennial.library.Links;
import perennial.library.LinksInHand;
import perennial.library.UnknownMedia;
import perennial.watch.Watch;

/** The watch page behind a secret link: for anyone who has it, in no list, and for no search engine. */
@Controller
class LinkController {
    private final Links links;
    private final LinksInHand inHand;
    private final Watch watch;
    private final WatchPages pages;
    private final CommentPages comments;
    private final EmbedCodes embedding;

    LinkController(
            Links links,
            LinksInHand inHand,
            Watch watch,
            WatchPages pages,
            CommentPages comments,
            EmbedCodes embedding) {
        this.links = links;
        this.inHand = inHand;
        this.watch = watch;
        this.pages = pages;
        this.comments = comments;
        this.embedding = embedding;
    }

    /** As {@link WatchController#page}. */
    @GetMapping("/v/{secret}")
    String page(
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String t,
            @RequestParam(defaultValue = "") String view,
            @RequestParam(defaultValue = "") String comments,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var id = links.opens(secret).orElseThrow(UnknownMedia::new);
        response.addHeader("Set-Cookie", inHand.take(secret, request).toString());
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader("Cache-Control", "private, no-store");
        var opened = watch.open(id);
        model.addAttribute("page", pages.page(opened, StartTime.of(t), view, ""));
        model.addAttribute("sharing", embedding.sharing(opened, secret));
        model.addAttribute("comments", this.comments.page(id, comments));
        return "watch/watch";
    }
}
