package perennial.sync;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import perennial.zoom.Recording;
import perennial.zoom.RecordingFile;

/**
 * Compares what Zoom shows of a recording at this moment with what is here: the last proof before it may be deleted (D2).
 *
 * @param late whether Zoom has a file that the ledger does not know
 * @param finding what speaks against deleting it, in a sentence; empty when nothing
 */
record FreshLook(boolean late, String finding) {
    static FreshLook of(Recording fresh, LedgerRecording recording, List<LedgerFile> files, Settings settings) {
        if (fresh.files().isEmpty()) return against(Reason.NO_FILES_NOW.sentence());
        var here = files.stream().collect(Collectors.toMap(LedgerFile::key, Function.identity(), (one, same) -> one));
        for (var file : fresh.files()) {
            var known = here.get(Sql.storable(file.key()));
            if (known == null) {
                return new FreshLook(true, Reason.LATE_FILE.sentence());
            }
            var finding = compare(file, known, settings.deletion().unimported());
            if (!finding.isEmpty()) return against(finding);
        }
        return against(new Rules(settings).whyNot(fresh, recording.hostEmail()));
    }

    private static FreshLook against(String finding) {
        return new FreshLook(false, finding);
    }

    private static String compare(RecordingFile file, LedgerFile known, boolean leftOutToo) {
        var name = known.label();
        if (file.processing()) return Reason.FILE_IN_THE_MAKING.sentence(name);
        if (known.state() == FileState.LEFT_OUT) {
            return leftOutToo ? "" : Reason.ONLY_AT_ZOOM.sentence(name);
        }
        if (known.state() != FileState.STORED) return Reason.NOT_HERE_YET.sentence(name);
        var size = file.size();
        if (size != null && size != known.size()) {
            return Reason.SIZE_AT_ZOOM_CHANGED.sentence(name, size, known.size());
        }
        return "";
    }
}
