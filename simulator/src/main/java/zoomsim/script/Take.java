package zoomsim.script;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * One stretch of recording. Its length is that of its speech.
 *
 * @param sinceMeetingStart when Record was pressed
 * @param recordingTypes Zoom's {@code recording_type}s wanted of this take, for instance {@code active_speaker}
 */
public record Take(Duration sinceMeetingStart, List<Line> lines, Set<String> recordingTypes, List<ChatLine> chat) {
    public Take {
        lines = List.copyOf(lines);
        recordingTypes = Set.copyOf(recordingTypes);
        chat = List.copyOf(chat);
    }
}
