package perennial.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How the stored media of a recording fit together: in time by segment (the same {@code recording_start}), in space by view
 * (the {@code recording_type}).
 *
 * @param starts of the segments that are shown, in order; at least one
 * @param lengths of those segments: the longest of each one's files
 * @param views name of the view to its file in each segment, null where it has none; the view to start with first
 * @param sound the file with sound alone of each segment, null where there is none
 */
record Segments(
        List<Instant> starts,
        List<Duration> lengths,
        Map<String, List<@Nullable LedgerFile>> views,
        List<@Nullable LedgerFile> sound) {
    static final String SOUND_ONLY = "audio_only";

    /** What people most want to see first. Views that Zoom adds come behind these. */
    private static final List<String> PREFERRED = List.of(
            "shared_screen_with_speaker_view(CC)",
            "shared_screen_with_speaker_view",
            "shared_screen_with_gallery_view",
            "active_speaker",
            "speaker_view",
            "gallery_view",
            "shared_screen");

    boolean empty() {
        return starts.isEmpty();
    }

    /** @param falseStart a first segment shorter than this is not shown, if another follows */
    static Segments of(List<LedgerFile> stored, Instant meetingStart, Duration falseStart) {
        var media = new TreeMap<Instant, List<LedgerFile>>();
        for (var file : stored) {
            var start = file.start() == null ? meetingStart : file.start();
            if (playable(file))
                media.computeIfAbsent(start, key -> new ArrayList<>()).add(file);
        }
        if (media.size() > 1 && length(media.firstEntry().getValue()).compareTo(falseStart) < 0) {
            media.pollFirstEntry();
        }
        var segments = List.copyOf(media.values());
        var sound = new ArrayList<@Nullable LedgerFile>();
        for (var files : segments) sound.add(ofView(files, false, SOUND_ONLY));
        return new Segments(
                List.copyOf(media.keySet()),
                segments.stream().map(Segments::length).toList(),
                views(segments),
                sound);
    }

    /** The view's file in each segment, null where it has none. */
    List<@Nullable LedgerFile> of(String view) {
        var files = views.get(view);
        if (files == null) throw new IllegalArgumentException("no such view: " + view);
        return files;
    }

    /** Whose sound is heard in a segment that lacks a view: the file with sound alone, else that of any view. */
    @Nullable
    LedgerFile heard(int segment) {
        var alone = sound.get(segment);
        if (alone != null) return alone;
        for (var files : views.values()) if (files.get(segment) != null) return files.get(segment);
        return null;
    }

    /** One of the segments on its own. */
    Segments only(int segment) {
        var one = new LinkedHashMap<String, List<@Nullable LedgerFile>>();
        views.forEach((view, files) -> {
            if (files.get(segment) != null) one.put(view, files.subList(segment, segment + 1));
        });
        return new Segments(
                starts.subList(segment, segment + 1),
                lengths.subList(segment, segment + 1),
                one,
                sound.subList(segment, segment + 1));
    }

    /** Voices of single people and interpreters are originals, and no view of the meeting. */
    static boolean playable(LedgerFile file) {
        var length = file.length();
        return length != null
                && length.isPositive()
                && !file.participantAudio()
                && !file.recordingType().equals("audio_interpretation")
                && (file.video() || file.audio());
    }

    private static Duration length(List<LedgerFile> files) {
        var longest = Duration.ZERO;
        for (var file : files) {
            var length = file.length();
            if (length != null && length.compareTo(longest) > 0) longest = length;
        }
        return longest;
    }

    private static Map<String, List<@Nullable LedgerFile>> views(List<List<LedgerFile>> segments) {
        boolean pictures = segments.stream().flatMap(List::stream).anyMatch(LedgerFile::video);
        var names = new LinkedHashSet<String>();
        segments.stream()
                .flatMap(List::stream)
                .filter(file -> file.video() == pictures)
                .map(Segments::view)
                .sorted(Comparator.comparingInt(Segments::rank).thenComparing(Comparator.naturalOrder()))
                .forEach(names::add);
        var views = new LinkedHashMap<String, List<@Nullable LedgerFile>>();
        for (var name : names) {
            var files = new ArrayList<@Nullable LedgerFile>();
            for (var segment : segments) files.add(ofView(segment, pictures, name));
            views.put(name, files);
        }
        return views;
    }

    private static @Nullable LedgerFile ofView(List<LedgerFile> segment, boolean pictures, String view) {
        return segment.stream()
                .filter(file -> file.video() == pictures && view(file).equals(view))
                .max(Comparator.comparingLong(LedgerFile::size))
                .orElse(null);
    }

    /** As the library can name it: Zoom's word, without what no word of Zoom's has held yet. */
    private static String view(LedgerFile file) {
        if (!file.video()) return SOUND_ONLY;
        var name = file.recordingType().replaceAll("[^A-Za-z0-9_.()-]", "_");
        if (name.isEmpty()) return "video";
        return name.substring(0, Math.min(name.length(), 100));
    }

    private static int rank(String view) {
        int rank = PREFERRED.indexOf(view);
        return rank < 0 ? PREFERRED.size() : rank;
    }
}
