package perennial.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import perennial.zoom.Recording;

/** Which recordings the settings of a connection take (U1, M8). */
final class Rules {
    private static final Set<Integer> WEBINARS = Set.of(5, 6, 9);

    private final Settings settings;
    private final TopicRule topics;

    Rules(Settings settings) {
        this.settings = settings;
        this.topics = new TopicRule(
                settings.choice().topicInclude(), settings.choice().topicExclude());
    }

    /** Whether the ledger is to know it at all: meetings before the fetch-from date are none of our business. */
    boolean recent(Recording recording) {
        return recent(recording.start());
    }

    private boolean recent(Instant start) {
        return !LocalDate.ofInstant(start, ZoneOffset.UTC)
                .isBefore(settings.choice().fetchFrom());
    }

    /** Whether they take one of the ledger, as far as that tells. */
    boolean takes(LedgerRecording recording) {
        return recent(recording.start())
                && settings.whose().includes(recording.hostEmail())
                && (settings.choice().webinars() || !WEBINARS.contains(recording.meetingType()))
                && topics.whyNot(recording.topic()).isEmpty();
    }

    /** Why it is left at Zoom, in a sentence; empty when it is taken. */
    String whyNot(Recording recording, @Nullable String hostEmail) {
        if (!settings.whose().includes(hostEmail)) return Reason.HOST_NOT_LISTED.sentence();
        if (!settings.choice().webinars() && WEBINARS.contains(recording.type())) return Reason.WEBINAR.sentence();
        var topic = topics.whyNot(recording.topic());
        if (!topic.isEmpty()) return topic;
        var least = settings.choice().minimumLength();
        if (!least.isZero() && !recording.processing() && recorded(recording).compareTo(least) < 0) {
            return Reason.TOO_SHORT.sentence(least);
        }
        return "";
    }

    /** How long was recorded, all segments together; Zoom's own minutes count the meeting, and are often zero. */
    private static Duration recorded(Recording recording) {
        var segments = new HashMap<Instant, Duration>();
        for (var file : recording.files()) {
            var start = file.start();
            var end = file.end();
            if (start != null && end != null && end.isAfter(start)) {
                segments.merge(start, Duration.between(start, end), (a, b) -> a.compareTo(b) > 0 ? a : b);
            }
        }
        if (segments.isEmpty()) return recording.duration();
        return segments.values().stream().reduce(Duration.ZERO, Duration::plus);
    }
}
