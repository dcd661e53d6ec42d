package perennial.sync.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import perennial.people.CurrentPerson;
import perennial.sync.DeletionReport;
import perennial.sync.Deletions;
import perennial.sync.Ledger;
import perennial.sync.LedgerActions;
import perennial.sync.LedgerFilter;
import perennial.sync.OneRecording;
import perennial.sync.RecordingEvent;
import perennial.sync.Recovery;
import perennial.web.Listing;

/** The ledger over the API: what is known of each recording, and what can be done with it. */
@RestController
@RequestMapping("/api/v1/zoom")
class RecordingsApiController {
    private static final int PAGE = 100;

    private final Ledger ledger;
    private final LedgerActions actions;
    private final OneRecording importing;
    private final Deletions deletions;
    private final Recovery recovery;
    private final CurrentPerson current;

    RecordingsApiController(
            Ledger ledger,
            LedgerActions actions,
            OneRecording importing,
            Deletions deletions,
            Recovery recovery,
            CurrentPerson current) {
        this.ledger = ledger;
        this.actions = actions;
        this.importing = importing;
        this.deletions = deletions;
        this.recovery = recovery;
        this.current = current;
    }

    /**
     * The recordings of a connection, newest first.
     *
     * @param query words of topic or host, or a meeting number
     * @param from meetings that began then or later
     * @param until meetings that began before
     */
    @GetMapping("/connections/{id}/recordings")
    Listing<RecordingJson> list(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(required = false) @Nullable String cursor) {
        var filter = new LedgerFilter(Ids.state(state), query, from, until);
        var page = ledger.page(Ids.connection(id), filter, cursor, PAGE);
        var reasons = deletions.reasons(page.entries(), Instant::toString);
        return new Listing<>(
                page.entries().stream()
                        .map(entry -> RecordingJson.of(
                                entry, reasons.getOrDefault(entry.recording().id(), "")))
                        .toList(),
                page.next());
    }

    /**
     * Imports one, whatever the rules leave out.
     *
     * @param recording a meeting ID, a UUID, or a link of Zoom's pages that holds one
     */
    @Schema(name = "NamedRecording")
    record Named(@Nullable String recording) {}

    /** Imports one, whatever the rules leave out. */
    @PostMapping("/connections/{id}/recordings")
    @ResponseStatus(HttpStatus.ACCEPTED)
    RecordingJson importOne(@PathVariable String id, @RequestBody Named named) {
        var text = named.recording() == null ? "" : named.recording();
        return one(
                importing.importOne(Ids.connection(id), text, current.require()).toString());
    }

    /** One recording. */
    @GetMapping("/recordings/{id}")
    RecordingJson one(@PathVariable String id) {
        var entry = ledger.recording(Ids.recording(id));
        var reasons = deletions.reasons(List.of(entry), Instant::toString);
        return RecordingJson.of(entry, reasons.getOrDefault(entry.recording().id(), ""));
    }

    /** What happened to it, step by step. */
    @GetMapping("/recordings/{id}/events")
    Listing<RecordingEvent> events(@PathVariable String id) {
        return new Listing<>(List.copyOf(ledger.events(Ids.recording(id))), null);
    }

    /** Tries a failed import again, now. */
    @PostMapping("/recordings/{id}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    RecordingJson retry(@PathVariable String id) {
        actions.retry(Ids.recording(id), current.require());
        return one(id);
    }

    /** Leaves it at Zoom. */
    @PostMapping("/recordings/{id}/skip")
    RecordingJson skip(@PathVariable String id) {
        actions.skip(Ids.recording(id), current.require());
        return one(id);
    }

    /** Everything known for and against deleting it at Zoom, with the certificate and what came of it. */
    @GetMapping("/recordings/{id}/deletion")
    DeletionReport deletion(@PathVariable String id) {
        return deletions.report(Ids.recording(id));
    }

    /** Brings it back from Zoom's trash; from then on it is kept there. */
    @PostMapping("/recordings/{id}/recover")
    RecordingJson recover(@PathVariable String id) {
        recovery.recover(Ids.recording(id), current.require());
        return one(id);
    }

    /** Never delete this one at Zoom. */
    @PostMapping("/recordings/{id}/keep")
    RecordingJson keep(@PathVariable String id) {
        recovery.keep(Ids.recording(id), true, current.require());
        return one(id);
    }

    /** Undoes {@code keep}. */
    @PostMapping("/recordings/{id}/let-go")
    RecordingJson letGo(@PathVariable String id) {
        recovery.keep(Ids.recording(id), false, current.require());
        return one(id);
    }

    /** Imports it again, with the settings of today. */
    @PostMapping("/recordings/{id}/import-again")
    @ResponseStatus(HttpStatus.ACCEPTED)
    RecordingJson importAgain(@PathVariable String id) {
        actions.importAgain(Ids.recording(id), current.require());
        return one(id);
    }
}
