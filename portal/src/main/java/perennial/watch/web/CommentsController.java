package perennial.watch.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import perennial.library.MediaId;
import perennial.watch.CommentId;
import perennial.watch.CommentRefused;
import perennial.watch.Comments;
import perennial.watch.Watch;

/** What people write under a video. With htmx only the comments change, so that the video plays on; without it the page comes anew. */
@Controller
@RequestMapping("/watch/{id}/comments")
class CommentsController {
    private static final String FRAGMENT = "watch/comments";

    private final Comments comments;
    private final CommentPages pages;
    private final Watch watch;
    private final WatchPages watchPages;
    private final EmbedCodes embedding;

    CommentsController(
            Comments comments, CommentPages pages, Watch watch, WatchPages watchPages, EmbedCodes embedding) {
        this.comments = comments;
        this.pages = pages;
        this.watch = watch;
        this.watchPages = watchPages;
        this.embedding = embedding;
    }

    /** The next page of them, for htmx; others are led to the page that holds it. */
    @GetMapping
    String more(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String after,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean htmx,
            Model model) {
        var media = MediaId.asked(id);
        model.addAttribute("page", pages.page(media, after));
        return htmx ? "watch/commentlines" : "redirect:/watch/" + media + "?comments=" + after + "#comments";
    }

    /**
     * @param at the moment it is about, as 19:20, 1:02:03 or seconds; empty: the whole video
     */
    @PostMapping
    String write(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String at,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean htmx,
            HttpServletResponse response,
            Model model) {
        var media = MediaId.asked(id);
        return after(
                media,
                () -> comments.write(media, text, moment(at)),
                refused -> pages.refused(media, text, at, refused),
                htmx,
                response,
                model);
    }

    @PostMapping("/{comment}/replies")
    String reply(
            @PathVariable String id,
            @PathVariable String comment,
            @RequestParam(defaultValue = "") String text,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean htmx,
            HttpServletResponse response,
            Model model) {
        var media = MediaId.asked(id);
        return after(
                media,
                () -> comments.reply(media, CommentId.asked(comment), text),
                refused -> pages.refusedReply(media, comment, text, refused),
                htmx,
                response,
                model);
    }

    @PostMapping("/{comment}")
    String change(
            @PathVariable String id,
            @PathVariable String comment,
            @RequestParam(defaultValue = "") String text,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean htmx,
            HttpServletResponse response,
            Model model) {
        var media = MediaId.asked(id);
        return after(
                media,
                () -> comments.change(media, CommentId.asked(comment), text),
                refused -> pages.refused(media, comment, text, "", refused),
                htmx,
                response,
                model);
    }

    @PostMapping("/{comment}/delete")
    String delete(
            @PathVariable String id,
            @PathVariable String comment,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean htmx,
            Model model) {
        var media = MediaId.asked(id);
        comments.delete(media, CommentId.asked(comment));
        return done(media, htmx, model);
    }

    /** The comments as they are then or, where {@code step} refuses what was typed, with that and why. */
    private String after(
            MediaId media,
            Runnable step,
            Function<CommentRefused, CommentsPage> again,
            boolean htmx,
            HttpServletResponse response,
            Model model) {
        try {
            step.run();
        } catch (CommentRefused refused) {
            return wrong(media, again.apply(refused), htmx, response, model);
        }
        return done(media, htmx, model);
    }

    private String done(MediaId media, boolean htmx, Model model) {
        if (!htmx) return "redirect:/watch/" + media + "#comments";
        model.addAttribute("page", pages.page(media, ""));
        return FRAGMENT;
    }

    private String wrong(MediaId id, CommentsPage page, boolean htmx, HttpServletResponse response, Model model) {
        if (htmx) { // which swaps nothing that came with an error's status
            model.addAttribute("page", page);
            return FRAGMENT;
        }
        response.setStatus(422);
        var opened = watch.open(id);
        model.addAttribute("page", watchPages.page(opened, Duration.ZERO, "", ""));
        model.addAttribute("sharing", embedding.sharing(opened, null));
        model.addAttribute("comments", page);
        return "watch/watch";
    }

    /**
     * @throws CommentRefused if {@code text} is no moment
     */
    private static @Nullable Duration moment(String text) {
        var stripped = text.strip();
        return stripped.isEmpty() ? null : StartTime.typed(stripped).orElseThrow(CommentRefused::noMoment);
    }
}
