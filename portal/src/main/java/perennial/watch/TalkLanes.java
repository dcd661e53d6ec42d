package perennial.watch;

import static java.util.Comparator.comparingLong;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import perennial.library.SpokenLine;

/** Who speaks when: for each person the stretches in which their lines follow each other without a long pause. */
public record TalkLanes(List<Lane> lanes, int people) {
    private static final int SHOWN = 4;
    private static final Duration PAUSE = Duration.ofSeconds(3);

    /**
     * One person.
     *
     * @param percent of all that is said
     */
    public record Lane(String name, int percent, List<Stretch> stretches) {
        long millis() {
            return stretches.stream().mapToLong(Stretch::millis).sum();
        }
    }

    /** From {@code start} to {@code end}. */
    public record Stretch(Duration start, Duration end) {
        long millis() {
            return end.minus(start).toMillis();
        }
    }

    /** The people who speak most; nobody where the lines name no speakers. */
    static TalkLanes of(List<SpokenLine> lines) {
        var stretches = new LinkedHashMap<String, List<Stretch>>();
        for (var line : lines) {
            var speaker = line.speaker();
            if (speaker == null || speaker.isBlank()) continue;
            join(stretches.computeIfAbsent(speaker, name -> new ArrayList<>()), line);
        }
        var total = stretches.values().stream()
                .flatMap(List::stream)
                .mapToLong(Stretch::millis)
                .sum();
        var lanes = stretches.entrySet().stream()
                .map(entry -> lane(entry, total))
                .sorted(comparingLong(Lane::millis).reversed())
                .limit(SHOWN)
                .toList();
        return new TalkLanes(lanes, stretches.size());
    }

    private static void join(List<Stretch> known, SpokenLine line) {
        if (!known.isEmpty() && line.start().minus(known.getLast().end()).compareTo(PAUSE) <= 0) {
            var last = known.removeLast();
            known.add(new Stretch(last.start(), later(last.end(), line.end())));
        } else {
            known.add(new Stretch(line.start(), line.end()));
        }
    }

    private static Lane lane(Map.Entry<String, List<Stretch>> entry, long total) {
        var own = entry.getValue().stream().mapToLong(Stretch::millis).sum();
        var percent = total == 0 ? 0 : (int) Math.round(100.0 * own / total);
        return new Lane(entry.getKey(), percent, List.copyOf(entry.getValue()));
    }

    private static Duration later(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
