package perennial.sync.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import perennial.sync.Connection;
import perennial.sync.FileState;
import perennial.sync.LedgerFile;
import perennial.sync.LedgerPage;
import perennial.sync.LedgerRecording;
import perennial.sync.PublishAs;
import perennial.sync.RecordingEvent;
import perennial.sync.RecordingState;
import perennial.web.Dates;

/** Prints one recording with its files and its timeline. */
final class RecordingViews {
    private static final int HASH_ENDS = 8;
    private static final String STORED = "file-stored";

    /** Kinds of events that are failures, beside those whose word says so. */
    private static final Set<String> FAILURES = Set.of("join-refused", "parked");

    /** Kinds of events to their headings; others are made of their word. */
    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("found", "Found"),
            Map.entry("file-failed", "File failed"),
            Map.entry("imported", "Imported"),
            Map.entry("joined", "Joined"),
            Map.entry("join-refused", "Cannot be joined"),
            Map.entry("author", "Author"),
            Map.entry("retry", "Tried again"),
            Map.entry("import-again", "Import again"),
            Map.entry("skipped", "Skipped"),
            Map.entry("waiting", "Waiting for Zoom"),
            Map.entry("verified", "Read back and checked"),
            Map.entry("verification-failed", "In quarantine"),
            Map.entry("deletion-intended", "Certified"),
            Map.entry("deletion-held-back", "Held back"),
            Map.entry("deletion-stopped", "Deletion stopped"),
            Map.entry("deleted-at-zoom", "Deleted at Zoom"),
            Map.entry("gone-at-zoom", "Gone at Zoom"),
            Map.entry("recovered", "Recovered at Zoom"),
            Map.entry("kept", "Kept at Zoom"),
            Map.entry("let-go", "Let go"));

    private RecordingViews() {}

    static RecordingView of(Connection connection, LedgerPage.Entry entry, List<RecordingEvent> events) {
        var recording = entry.recording();
        return new RecordingView(
                connection.id().toString(),
                connection.settings().name(),
                recording.id().toString(),
                recording.title(),
                subtitle(recording, entry.files()),
                recording.start(),
                Labels.chip(recording.state()),
                notes(recording),
                LedgerViews.watchHref(recording),
                LedgerViews.mayRetry(recording),
                LedgerViews.maySkip(recording),
                recording.state() == RecordingState.IMPORTED || recording.state() == RecordingState.SKIPPED,
                timeline(events, entry.files()),
                files(entry.files()),
                facts(recording, entry.files()));
    }

    private static String subtitle(LedgerRecording recording, List<LedgerFile> files) {
        var host = recording.hostEmail() == null ? "" : "Hosted by %s. ".formatted(recording.hostEmail());
        return "%s%s, %s.".formatted(host, Labels.parts(LedgerViews.parts(files)), Labels.files(files.size()));
    }

    private static List<NoteView> notes(LedgerRecording recording) {
        if (recording.reason().isEmpty()) return List.of();
        return switch (recording.state()) {
            case FAILED -> List.of(new NoteView("bad", "alert-circle", recording.reason(), failedNext(recording)));
            case WAITING -> List.of(new NoteView("", "hourglass", recording.reason(), next(recording)));
            default -> List.of(new NoteView("", "info-circle", recording.reason(), ""));
        };
    }

    private static String failedNext(LedgerRecording recording) {
        var tried = "Tried %s. ".formatted(recording.attempts() == 1 ? "once" : recording.attempts() + " times");
        return recording.nextAttemptAt() == null
                ? tried + "It waits for you now: look at the recording at Zoom, then retry. Nothing is lost there."
                : tried + next(recording);
    }

    private static String next(LedgerRecording recording) {
        var at = recording.nextAttemptAt();
        return at == null ? "" : "The next look is at %s.".formatted(Dates.time(at));
    }

    /** Files are told one by one in their table, so their events become one step here. */
    private static List<RecordingView.Event> timeline(List<RecordingEvent> events, List<LedgerFile> files) {
        var steps = new ArrayList<RecordingView.Event>();
        @Nullable RecordingEvent last = null;
        int stored = 0;
        for (var event : events) {
            if (event.kind().equals(STORED)) {
                last = event;
                stored++;
                continue;
            }
            if (last != null) steps.add(downloaded(last, stored, files));
            last = null;
            stored = 0;
            steps.add(event(event));
        }
        if (last != null) steps.add(downloaded(last, stored, files));
        return steps;
    }

    private static RecordingView.Event downloaded(RecordingEvent last, int stored, List<LedgerFile> files) {
        var size = stored == files.size() ? ", %s".formatted(LedgerViews.size(files)) : "";
        return new RecordingView.Event(
                "Downloaded",
                last.at(),
                "%s%s, each with its SHA-256 in the table above.".formatted(Labels.files(stored), size),
                "",
                "download");
    }

    private static RecordingView.Event event(RecordingEvent event) {
        boolean failed = event.kind().contains("failed") || FAILURES.contains(event.kind());
        var text =
                event.evidence().isEmpty() ? event.sentence() : "%s %s".formatted(event.sentence(), event.evidence());
        return new RecordingView.Event(
                title(event.kind()), event.at(), text, failed ? "fail" : "", failed ? "alert-circle" : "check");
    }

    private static String title(String kind) {
        var words = kind.replace('-', ' ');
        return TITLES.getOrDefault(kind, Character.toUpperCase(words.charAt(0)) + words.substring(1));
    }

    private static List<RecordingView.FileLine> files(List<LedgerFile> files) {
        var starts = files.stream()
                .map(LedgerFile::start)
                .filter(start -> start != null)
                .distinct()
                .sorted()
                .toList();
        var lines = new ArrayList<RecordingView.FileLine>();
        for (var file : files) {
            var part = file.start() == null || starts.size() < 2
                    ? ""
                    : ", part %d".formatted(starts.indexOf(file.start()) + 1);
            var hash = file.sha256() == null ? "" : file.sha256();
            lines.add(new RecordingView.FileLine(
                    file.label() + part,
                    file.sizeSaid() == null ? "no size" : bytes(file.sizeSaid()),
                    file.state() == FileState.STORED ? bytes(file.size()) : "",
                    hash,
                    hash.isEmpty()
                            ? ""
                            : hash.substring(0, HASH_ENDS) + "…" + hash.substring(hash.length() - HASH_ENDS / 2),
                    Labels.chip(file.state(), Labels.of(file.state())),
                    file.reason(),
                    file.attempts()));
        }
        return lines;
    }

    private static String bytes(long number) {
        return "%,d B".formatted(number);
    }

    private static List<RecordingView.Fact> facts(LedgerRecording recording, List<LedgerFile> files) {
        var facts = new ArrayList<RecordingView.Fact>();
        facts.add(new RecordingView.Fact("Zoom meeting", String.valueOf(recording.meetingNumber()), false));
        facts.add(new RecordingView.Fact("UUID", recording.uuid(), true));
        facts.add(new RecordingView.Fact(
                "Host", recording.hostEmail() == null ? "Unknown" : recording.hostEmail(), false));
        facts.add(new RecordingView.Fact(
                "Publish as",
                recording.publishAs() == PublishAs.ME ? "Me, the Manager" : "Zoom user, the host",
                false));
        facts.add(new RecordingView.Fact(
                "Files", "%s, %s".formatted(Labels.files(files.size()), LedgerViews.size(files)), false));
        facts.add(new RecordingView.Fact("Failures in a row", String.valueOf(recording.attempts()), false));
        facts.add(new RecordingView.Fact("First seen", Dates.moment(recording.firstSeenAt()), false));
        var imported = recording.importedAt();
        if (imported != null) facts.add(new RecordingView.Fact("Imported", Dates.moment(imported), false));
        return facts;
    }
}
