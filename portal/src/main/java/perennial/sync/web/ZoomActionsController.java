package perennial.sync.web;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import perennial.people.CurrentPerson;
import perennial.sync.Connections;
import perennial.sync.DeletionNotConfirmed;
import perennial.sync.Ledger;
import perennial.sync.LedgerActions;
import perennial.sync.RecordingId;
import perennial.sync.StillCounting;
import perennial.sync.SyncControl;

/** The buttons of the Zoom app's pages. Each answers with the page it was pressed on. */
@Controller
@RequestMapping("/zoom/{id}")
class ZoomActionsController {
    private final Connections connections;
    private final SyncControl control;
    private final Ledger ledger;
    private final LedgerActions actions;
    private final ConnectionChecks checks;
    private final CurrentPerson current;

    ZoomActionsController(
            Connections connections,
            SyncControl control,
            Ledger ledger,
            LedgerActions actions,
            ConnectionChecks checks,
            CurrentPerson current) {
        this.connections = connections;
        this.control = control;
        this.ledger = ledger;
        this.actions = actions;
        this.checks = checks;
        this.current = current;
    }

    /** A switch that is off sends nothing. */
    @PostMapping("/switch")
    ModelAndView switchTo(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean enabled,
            @RequestParam(defaultValue = "") String confirm,
            RedirectAttributes next) {
        try {
            var fields = Map.of("enabled", enabled, "confirm", confirm);
            connections.change(Ids.connection(id), fields, current.require());
        } catch (DeletionNotConfirmed e) {
            return InquiriesController.allow(connections.require(Ids.connection(id)), e.preview(), e.status());
        } catch (StillCounting e) {
            return new ModelAndView("redirect:/zoom/inquiries/" + e.inquiry().id());
        }
        next.addFlashAttribute("said", enabled ? "Switched on. A sync starts." : "Switched off.");
        return new ModelAndView("redirect:/zoom/" + id);
    }

    @PostMapping("/syncs")
    String sync(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean acceptVanished,
            RedirectAttributes next) {
        control.sync(Ids.connection(id), acceptVanished, current.require());
        next.addFlashAttribute("said", "Sync started. New recordings appear below as they are found.");
        return "redirect:/zoom/" + id;
    }

    /** One press undoes what took typed words to allow (D7). */
    @PostMapping("/deletion-off")
    String deletionOff(@PathVariable String id, RedirectAttributes next) {
        connections.change(Ids.connection(id), Map.of("deleteFromZoom", false), current.require());
        next.addFlashAttribute(
                "said", "Nothing more is deleted at Zoom. What is in its trash can be recovered on its page.");
        return "redirect:/zoom/" + id;
    }

    @PostMapping("/pause")
    String pause(@PathVariable String id, RedirectAttributes next) {
        control.pause(Ids.connection(id), current.require());
        next.addFlashAttribute("said", "The files in flight are finished, then the sync pauses.");
        return "redirect:/zoom/" + id;
    }

    @PostMapping("/stop")
    String stop(@PathVariable String id, RedirectAttributes next) {
        control.stopNow(Ids.connection(id), current.require());
        next.addFlashAttribute("said", "Stopped. What was fetched is kept and goes on from there.");
        return "redirect:/zoom/" + id;
    }

    @PostMapping("/resume")
    String resume(@PathVariable String id, RedirectAttributes next) {
        control.sync(Ids.connection(id), current.require());
        next.addFlashAttribute("said", "It goes on.");
        return "redirect:/zoom/" + id;
    }

    /** Asks Zoom now; the answer becomes the connection's Authorization Status (C4). */
    @PostMapping("/check")
    String check(@PathVariable String id, RedirectAttributes next) {
        var answer = checks.ask(connections.require(Ids.connection(id)));
        next.addFlashAttribute("said", answer);
        return "redirect:/zoom/" + id;
    }

    @PostMapping("/retry-failed")
    String retryAll(@PathVariable String id, RedirectAttributes next) {
        int count = actions.retryAll(Ids.connection(id), current.require());
        next.addFlashAttribute(
                "said", "%s tried again.".formatted(count == 1 ? "1 recording is" : count + " recordings are"));
        return "redirect:/zoom/%s#ledger".formatted(id);
    }

    @PostMapping("/recordings/{recording}/retry")
    String retry(@PathVariable String id, @PathVariable String recording, RedirectAttributes next) {
        actions.retry(recordingOf(id, recording), current.require());
        next.addFlashAttribute("said", "Trying again now.");
        return "redirect:/zoom/%s/recordings/%s".formatted(id, recording);
    }

    @PostMapping("/recordings/{recording}/skip")
    String skip(@PathVariable String id, @PathVariable String recording, RedirectAttributes next) {
        actions.skip(recordingOf(id, recording), current.require());
        next.addFlashAttribute("said", "Skipped. It stays at Zoom.");
        return "redirect:/zoom/%s/recordings/%s".formatted(id, recording);
    }

    @PostMapping("/recordings/{recording}/import-again")
    String importAgain(@PathVariable String id, @PathVariable String recording, RedirectAttributes next) {
        actions.importAgain(recordingOf(id, recording), current.require());
        next.addFlashAttribute("said", "Import queued.");
        return "redirect:/zoom/%s/recordings/%s".formatted(id, recording);
    }

    private RecordingId recordingOf(String connection, String recording) {
        return ledger.recordingOf(Ids.connection(connection), Ids.recording(recording))
                .recording()
                .id();
    }
}
