package zoomsim.media;

import java.time.Duration;

/**
 * One sentence as it sounds in a take.
 *
 * @param line index of the script's line it belongs to, from 0
 * @param start since the take began, in whole milliseconds
 * @param end since the take began, in whole milliseconds
 */
record Spoken(int line, String speaker, String text, Duration start, Duration end) {}
