package perennial.library;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import perennial.web.Lengths;

/** Chapters as people type them: one a line, its start and its title, such as {@code 12:30 The budget}. */
public final class ChapterLines {
    private static final Pattern LINE = Pattern.compile("(?:(\\d{1,3}):)?(\\d{1,4}):(\\d{2})\\s+[-–—]?\\s*(\\S.*)");

    private ChapterLines() {}

    /** As they would be typed. */
    public static String of(List<ChapterMark> chapters) {
        return chapters.stream().map(ChapterLines::line).collect(Collectors.joining("\n"));
    }

    /**
     * Reads what was typed; empty lines are passed over. A line that nobody touched keeps its start to the millisecond.
     *
     * @param now the chapters that were shown
     * @throws NotPossible naming the field {@code chapters}, with the first line that is none
     */
    public static List<ChapterMark> read(String text, List<ChapterMark> now) {
        var shown = now.stream().collect(Collectors.toMap(ChapterLines::line, mark -> mark, (first, second) -> first));
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> shown.containsKey(line) ? shown.get(line) : mark(line))
                .toList();
    }

    private static String line(ChapterMark mark) {
        return Lengths.clock(mark.start()) + " " + mark.title();
    }

    private static ChapterMark mark(String line) {
        var found = LINE.matcher(line);
        if (!found.matches()) {
            var shown = line.length() > 60 ? line.substring(0, 60) + "…" : line;
            throw NotPossible.field("chapters", "“%s” does not begin with a time such as 12:30".formatted(shown));
        }
        var hours = found.group(1) == null ? 0 : Long.parseLong(found.group(1));
        var start = Duration.ofHours(hours)
                .plusMinutes(Long.parseLong(found.group(2)))
                .plusSeconds(Long.parseLong(found.group(3)));
        return new ChapterMark(start, found.group(4).strip());
    }
}
