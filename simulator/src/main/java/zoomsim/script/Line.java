package zoomsim.script;

/** One thing said aloud by one person. */
public record Line(String speaker, String text) {}
