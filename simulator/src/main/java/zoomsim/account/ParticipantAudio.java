package zoomsim.account;

/** The separate sound of one participant; {@code fileName} is free text with the person's name in it. */
public record ParticipantAudio(String fileName, RecordingFile file) {}
