package zoomsim.script;

import java.time.Duration;

/** One chat message; the text may have several lines. */
public record ChatLine(Duration sinceMeetingStart, String from, String text) {}
