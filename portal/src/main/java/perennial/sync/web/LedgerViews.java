package perennial.sync.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import perennial.sync.ConnectionId;
import perennial.sync.FileState;
import perennial.sync.LedgerFile;
import perennial.sync.LedgerPage;
import perennial.sync.LedgerRecording;
import perennial.sync.RecordingId;
import perennial.sync.RecordingState;
import perennial.web.Sizes;

/** Prints a page of the ledger. */
final class LedgerViews {
    private LedgerViews() {}

    /** @param counts how many of what the query takes are in each state */
    static LedgerView of(
            ConnectionId connection,
            LedgerQuery query,
            Map<RecordingState, Long> counts,
            LedgerPage page,
            Map<RecordingId, String> kept) {
        var state = query.filter().state();
        long all = state == null ? total(counts) : counts.getOrDefault(state, 0L);
        var next = page.next();
        return new LedgerView(
                tabs(connection, query, counts),
                page.entries().stream().map(entry -> row(entry, kept)).toList(),
                empty(query),
                "%,d of %s".formatted(page.entries().size(), Labels.recordings(all)),
                query.cursor() == null ? null : query.inState(connection, state),
                next == null ? null : query.after(connection, next));
    }

    private static String empty(LedgerQuery query) {
        if (query.narrows()) return "None matches. Try fewer words, or other days.";
        return query.state().isEmpty()
                ? "Once switched on, every cloud recording of the chosen Zoom users appears here, with its state and reason."
                : "None is in this state.";
    }

    private static long total(Map<RecordingState, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static List<LedgerView.Tab> tabs(
            ConnectionId connection, LedgerQuery query, Map<RecordingState, Long> counts) {
        var current = query.filter().state();
        var tabs = new ArrayList<LedgerView.Tab>();
        tabs.add(new LedgerView.Tab(query.inState(connection, null), "All", total(counts), current == null));
        for (var state : RecordingState.values()) {
            long number = counts.getOrDefault(state, 0L);
            if (number > 0 || state == current) {
                tabs.add(new LedgerView.Tab(
                        query.inState(connection, state), Labels.of(state), number, state == current));
            }
        }
        return tabs;
    }

    private static RecordingRow row(LedgerPage.Entry entry, Map<RecordingId, String> kept) {
        var recording = entry.recording();
        return new RecordingRow(
                recording.id().toString(),
                recording.title(),
                why(recording, entry.files(), kept.getOrDefault(recording.id(), "")),
                recording.state() == RecordingState.FAILED,
                Labels.chip(recording.state()),
                recording.hostEmail() == null ? "Host unknown" : recording.hostEmail(),
                recording.start(),
                chips(entry.files()),
                size(entry.files()),
                watchHref(recording),
                mayRetry(recording),
                maySkip(recording));
    }

    static boolean mayRetry(LedgerRecording recording) {
        return recording.state() == RecordingState.FAILED;
    }

    static boolean maySkip(LedgerRecording recording) {
        return switch (recording.state()) {
            case FOUND, WAITING, FAILED -> true;
            default -> false;
        };
    }

    static @Nullable String watchHref(LedgerRecording recording) {
        return recording.mediaIds().isEmpty()
                ? null
                : "/watch/" + recording.mediaIds().getFirst();
    }

    private static String why(LedgerRecording recording, List<LedgerFile> files, String kept) {
        if (recording.reason().isEmpty() && !kept.isEmpty()) return kept;
        if (!recording.reason().isEmpty()) return recording.reason();
        long parts = parts(files);
        if (parts < 2) return "";
        if (Boolean.FALSE.equals(recording.concatenated())) return "%d parts, one video each".formatted(parts);
        return recording.state() == RecordingState.IMPORTED
                ? "%d parts, joined".formatted(parts)
                : "%d parts, joined when all are here".formatted(parts);
    }

    static long parts(List<LedgerFile> files) {
        return files.stream()
                .filter(file -> file.extension().equalsIgnoreCase("MP4")
                        || file.extension().equalsIgnoreCase("M4A"))
                .map(LedgerFile::start)
                .distinct()
                .count();
    }

    /** All stored: one badge. Otherwise one for each kind of file, with how many of its parts are here. */
    private static List<ChipView> chips(List<LedgerFile> files) {
        if (files.isEmpty()) return List.of();
        if (files.stream().allMatch(file -> file.state() == FileState.STORED)) {
            var text = "%d of %s".formatted(files.size(), Labels.files(files.size()));
            return List.of(Labels.chip(FileState.STORED, text));
        }
        return files.stream()
                .collect(Collectors.groupingBy(LedgerFile::label, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(kind -> chip(kind.getKey(), kind.getValue()))
                .toList();
    }

    private static ChipView chip(String kind, List<LedgerFile> files) {
        long stored =
                files.stream().filter(file -> file.state() == FileState.STORED).count();
        var text = files.size() == 1 ? kind : "%s %d/%d".formatted(kind, stored, files.size());
        return Labels.chip(worst(files), text);
    }

    private static FileState worst(List<LedgerFile> files) {
        for (var state : List.of(FileState.FAILED, FileState.DOWNLOADING, FileState.WAITING, FileState.FOUND)) {
            if (files.stream().anyMatch(file -> file.state() == state)) return state;
        }
        return files.getFirst().state();
    }

    static String size(List<LedgerFile> files) {
        long bytes = files.stream().mapToLong(LedgerViews::bytes).sum();
        return bytes == 0 ? "" : Sizes.text(bytes);
    }

    private static long bytes(LedgerFile file) {
        if (file.state() == FileState.STORED) return file.size();
        return file.sizeSaid() == null ? 0 : file.sizeSaid();
    }
}
