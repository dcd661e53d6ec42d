package zoomsim.cdn;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import zoomsim.account.Meeting;
import zoomsim.account.RecordingFile;

/** Names as the file servers give them: {@code GMT20200606-172821_Staff-mee_avo_640x360.mp4}. */
final class FileNames {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int TOPIC_LENGTH = 10;

    private FileNames() {}

    static String of(Meeting meeting, RecordingFile file) {
        var topic = meeting.topic().replaceAll("[^A-Za-z0-9]+", "-");
        var shortTopic = topic.substring(0, Math.min(TOPIC_LENGTH, topic.length()));
        return "GMT%s_%s%s".formatted(TIME.format(file.start()), shortTopic, ending(file));
    }

    private static String ending(RecordingFile file) {
        return switch (file.fileType()) {
            case "MP4" -> view(file.recordingType()) + "_640x360.mp4";
            case "TRANSCRIPT" -> ".transcript.vtt";
            default -> "." + file.fileExtension().toLowerCase(Locale.ROOT);
        };
    }

    private static String view(String recordingType) {
        return switch (recordingType) {
            case "active_speaker" -> "_avo";
            case "gallery_view" -> "_gvo";
            case "shared_screen" -> "_as";
            case "shared_screen_with_gallery_view" -> "_gallery";
            default -> "";
        };
    }
}
