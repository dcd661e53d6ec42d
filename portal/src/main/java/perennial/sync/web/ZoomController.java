package perennial.sync.web;

import java.util.HashMap;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import perennial.sync.Connection;
import perennial.sync.Connections;
import perennial.sync.Deletions;
import perennial.sync.Ledger;
import perennial.sync.Status;
import perennial.web.Dates;
import perennial.web.LivePages;
import perennial.web.Pages;

/** Looking at the Zoom app: its connections, their status and ledger, one recording. */
@Controller
@RequestMapping("/zoom")
class ZoomController {
    private static final int PAGE = 50;

    private final Connections connections;
    private final Status status;
    private final Ledger ledger;
    private final Deletions deletions;
    private final LivePages live;
    private final Pages pages;

    ZoomController(
            Connections connections, Status status, Ledger ledger, Deletions deletions, LivePages live, Pages pages) {
        this.connections = connections;
        this.status = status;
        this.ledger = ledger;
        this.deletions = deletions;
        this.live = live;
        this.pages = pages;
    }

    /** With one connection, straight to it. */
    @GetMapping
    String list(Model model) {
        var all = connections.all();
        if (all.size() == 1) return "redirect:/zoom/" + all.getFirst().id();
        model.addAttribute(
                "connections",
                all.stream()
                        .map(each -> ConnectionCards.of(each, status.of(each.id())))
                        .toList());
        return "sync/connections";
    }

    @GetMapping("/{id}")
    String one(@PathVariable String id, @RequestParam MultiValueMap<String, String> asked, Model model) {
        var connection = connections.require(Ids.connection(id));
        var query = LedgerQuery.of(asked);
        model.addAllAttributes(view(connection, query));
        model.addAttribute("query", query);
        model.addAttribute("vanished", deletions.vanished(connection.id()));
        model.addAttribute("liveHref", "/zoom/%s/live?%s".formatted(id, query.text()));
        return "sync/app";
    }

    /** The fragments of {@link #one} that change, as they change. */
    @GetMapping(path = "/{id}/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(@PathVariable String id, @RequestParam MultiValueMap<String, String> asked) {
        var connection = connections.require(Ids.connection(id)).id();
        var query = LedgerQuery.of(asked);
        return live.open(
                "zoom/%s?%s".formatted(id, query.text()),
                () -> fragments(view(connections.require(connection), query)));
    }

    @GetMapping("/{id}/recordings/{recording}")
    String recording(@PathVariable String id, @PathVariable String recording, Model model) {
        var connection = connections.require(Ids.connection(id));
        var entry = ledger.recordingOf(connection.id(), Ids.recording(recording));
        var events = ledger.events(entry.recording().id());
        var report = deletions.report(entry.recording().id(), Dates::moment);
        model.addAttribute("deletion", DeletionViews.of(entry, report));
        model.addAttribute("recording", RecordingViews.of(connection, entry, events));
        return "sync/recording";
    }

    private Map<String, Object> view(Connection connection, LedgerQuery query) {
        var now = status.of(connection.id());
        var counts = query.narrows() ? ledger.counts(connection.id(), query.filter()) : now.counts();
        var page = ledger.page(connection.id(), query.filter(), query.cursor(), PAGE);
        var kept = deletions.reasons(page.entries(), Dates::moment);
        return Map.of(
                "app", AppViews.of(connection, now, status.callsToday(connection)),
                "ledger", LedgerViews.of(connection.id(), query, counts, page, kept));
    }

    private Map<String, String> fragments(Map<String, Object> view) {
        var model = new HashMap<>(view);
        return Map.of(
                "ring", pages.render("sync/ringof", model),
                "metrics", pages.render("sync/metricsof", model),
                "status", pages.render("sync/status", model),
                "retry", pages.render("sync/retryall", model),
                "ledger", pages.render("sync/ledger", model));
    }
}
