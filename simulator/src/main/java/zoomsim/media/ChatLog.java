package zoomsim.media;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import zoomsim.script.ChatLine;

/** Zoom's chat file of a take: one message a line, times since the <em>meeting</em> began, whenever Record was pressed. */
final class ChatLog {
    private ChatLog() {}

    static String of(List<ChatLine> chat) {
        return chat.stream()
                .sorted(Comparator.comparing(ChatLine::sinceMeetingStart))
                .map(ChatLog::message)
                .collect(Collectors.joining());
    }

    private static String message(ChatLine line) {
        var at = line.sinceMeetingStart();
        return "%02d:%02d:%02d\t%s:\t%s\n"
                .formatted(at.toHours(), at.toMinutesPart(), at.toSecondsPart(), line.from(), line.text());
    }
}
