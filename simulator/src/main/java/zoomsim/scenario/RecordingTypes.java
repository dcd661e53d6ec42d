package zoomsim.scenario;

/** Which {@code file_type} and {@code file_extension} go with a {@code recording_type}. */
final class RecordingTypes {
    private RecordingTypes() {}

    static String fileType(String recordingType) {
        return switch (recordingType) {
            case "audio_only", "audio_interpretation", "audio_only_each_participant" -> "M4A";
            case "audio_transcript" -> "TRANSCRIPT";
            case "chat_file" -> "CHAT";
            case "poll" -> "CSV";
            case "closed_caption", "cc_transcript" -> "CC";
            case "timeline" -> "TIMELINE";
            case "thumbnail" -> "TB";
            case "summary", "summary_next_steps", "summary_smart_chapters" -> "SUMMARY";
            default -> "MP4";
        };
    }

    static String fileExtension(String fileType) {
        return switch (fileType) {
            case "TRANSCRIPT", "CC" -> "VTT";
            case "CHAT" -> "TXT";
            case "TIMELINE", "SUMMARY" -> "JSON";
            case "TB" -> "JPG";
            default -> fileType;
        };
    }
}
