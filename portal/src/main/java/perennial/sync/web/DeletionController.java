package perennial.sync.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import perennial.people.CurrentPerson;
import perennial.sync.Connections;
import perennial.sync.Deletions;
import perennial.sync.Inquiries;
import perennial.sync.Inquiry;
import perennial.sync.Ledger;
import perennial.sync.Reconciliations;
import perennial.sync.RecordingId;
import perennial.sync.Recovery;
import perennial.zoom.ZoomException;

/** What is done about recordings at Zoom by hand: recover, keep, compare. */
@Controller
@RequestMapping("/zoom/{id}")
class DeletionController {
    private final Connections connections;
    private final Ledger ledger;
    private final Recovery recovery;
    private final Deletions deletions;
    private final Reconciliations reconciliations;
    private final Inquiries inquiries;
    private final CurrentPerson current;

    DeletionController(
            Connections connections,
            Ledger ledger,
            Recovery recovery,
            Deletions deletions,
            Reconciliations reconciliations,
            Inquiries inquiries,
            CurrentPerson current) {
        this.connections = connections;
        this.ledger = ledger;
        this.recovery = recovery;
        this.deletions = deletions;
        this.reconciliations = reconciliations;
        this.inquiries = inquiries;
        this.current = current;
    }

    @PostMapping("/recordings/{recording}/recover")
    String recover(@PathVariable String id, @PathVariable String recording, RedirectAttributes next) {
        try {
            recovery.recover(recordingOf(id, recording), current.require());
            next.addFlashAttribute("said", "Recovered at Zoom. It is kept there from now on.");
        } catch (ZoomException e) {
            next.addFlashAttribute("said", e.getMessage());
        }
        return "redirect:/zoom/%s/recordings/%s".formatted(id, recording);
    }

    @PostMapping("/recordings/{recording}/keep")
    String keep(@PathVariable String id, @PathVariable String recording, RedirectAttributes next) {
        recovery.keep(recordingOf(id, recording), true, current.require());
        next.addFlashAttribute("said", "Kept at Zoom. It is never deleted there until you undo this.");
        return "redirect:/zoom/%s/recordings/%s".formatted(id, recording);
    }

    @PostMapping("/recordings/{recording}/let-go")
    String letGo(@PathVariable String id, @PathVariable String recording, RedirectAttributes next) {
        recovery.keep(recordingOf(id, recording), false, current.require());
        next.addFlashAttribute("said", "It may be deleted at Zoom again.");
        return "redirect:/zoom/%s/recordings/%s".formatted(id, recording);
    }

    @GetMapping("/reconciliation")
    String reconciliation(@PathVariable String id, Model model) {
        var connection = connections.require(Ids.connection(id));
        var latest = reconciliations.latest(connection.id()).orElse(null);
        model.addAttribute("page", ReconciliationViews.of(connection, latest, deletions.vanished(connection.id())));
        model.addAttribute(
                "progress",
                inquiries
                        .latestComparison(connection.id())
                        .filter(asked -> asked.state() != Inquiry.State.DONE)
                        .map(ProgressView::of)
                        .orElse(null));
        return "sync/reconciliation";
    }

    /** A slow one goes on behind its page. */
    @PostMapping("/reconciliations")
    String compare(@PathVariable String id, RedirectAttributes next) {
        var inquiry = inquiries.compare(Ids.connection(id), current.require());
        if (inquiry.state() == Inquiry.State.DONE) next.addFlashAttribute("said", "Compared.");
        return "redirect:/zoom/%s/reconciliation".formatted(id);
    }

    private RecordingId recordingOf(String connection, String recording) {
        return ledger.recordingOf(Ids.connection(connection), Ids.recording(recording))
                .recording()
                .id();
    }
}
