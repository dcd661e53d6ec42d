package perennial.sync;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import perennial.library.LateParts;
import perennial.library.MediaId;

/** Tells which files of a recording came after its items were made, and which a Moderator did not want in them (M4). */
@Component
class LateFiles {
    private final LateParts parts;

    LateFiles(LateParts parts) {
        this.parts = parts;
    }

    /**
     * The files to make items of.
     *
     * @param all but what was refused
     * @param early the same without the pictures and sound that no item shows yet, and the words that belong to those alone
     * @param seen what was known of each item of the recording then
     */
    record Split(List<LedgerFile> all, List<LedgerFile> early, Map<MediaId, LateParts.Seen> seen) {
        boolean anyLate() {
            return early.size() < all.size();
        }
    }

    Split of(LedgerRecording recording, List<LedgerFile> stored) {
        if (recording.mediaIds().isEmpty()) return new Split(stored, stored, Map.of());
        var seen = new HashMap<MediaId, LateParts.Seen>();
        for (var item : recording.mediaIds()) seen.put(item, parts.seen(item));
        var shown = new HashSet<String>();
        var refused = new HashSet<String>();
        for (var item : seen.values()) {
            shown.addAll(item.shown());
            refused.addAll(item.refused());
        }
        refused.removeAll(shown);
        var all = without(stored, file -> refused.contains(file.sha256()));
        return new Split(all, without(all, file -> !shown.contains(file.sha256())), seen);
    }

    /** Words of a segment go with its pictures and sound: nowhere else would they be in their place. */
    private static List<LedgerFile> without(List<LedgerFile> files, Predicate<LedgerFile> out) {
        var kept = files.stream()
                .filter(file -> !Segments.playable(file) || !out.test(file))
                .toList();
        var lost = starts(files);
        lost.removeAll(starts(kept));
        return kept.stream().filter(file -> !lost.contains(file.start())).toList();
    }

    private static Set<Instant> starts(List<LedgerFile> files) {
        return files.stream()
                .filter(Segments::playable)
                .map(LedgerFile::start)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
