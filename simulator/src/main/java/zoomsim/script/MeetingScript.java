package zoomsim.script;

import java.util.List;

/** A whole meeting as it will be recorded: each take is one press of Record until Stop. */
public record MeetingScript(String topic, List<String> speakers, List<Take> takes) {
    public MeetingScript {
        speakers = List.copyOf(speakers);
        takes = List.copyOf(takes);
        if (takes.isEmpty()) throw new IllegalArgumentException("a recorded meeting needs a take: " + topic);
    }
}
