package perennial.watch.web;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import perennial.library.MediaId;
import perennial.watch.Watch;

/** The page that plays an item, under its one lasting link. */
@Controller
class WatchController {
    private final Watch watch;
    private final WatchPages pages;
    private final CommentPages comments;
    private final EmbedCodes embedding;

    WatchController(Watch watch, WatchPages pages, CommentPages comments, EmbedCodes embedding) {
        this.watch = watch;
        this.pages = pages;
        this.comments = comments;
        this.embedding = embedding;
    }

    /**
     * @param t the second to start at; what is no number is passed over
     * @param view the view to begin with, by Zoom's name for it
     * @param q the words that were searched for and led here
     * @param comments where the page of comments starts; empty for the newest
     */
    @GetMapping("/watch/{id}")
    String page(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String t,
            @RequestParam(defaultValue = "") String view,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String comments,
            Model model) {
        var media = MediaId.asked(id);
        var opened = watch.open(media);
        model.addAttribute("page", pages.page(opened, StartTime.of(t), view, q.strip()));
        model.addAttribute("sharing", embedding.sharing(opened, null));
        model.addAttribute("comments", this.comments.page(media, comments));
        return "watch/watch";
    }

    /** The page tells how far it got, so that the viewer goes on there next time. */
    @PutMapping("/watch/{id}/progress")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void progress(@PathVariable String id, @RequestBody Position position) {
        watch.reached(MediaId.asked(id), StartTime.seconds(position.position()));
    }

    /**
     * @param position in seconds
     */
    record Position(double position) {}
}
