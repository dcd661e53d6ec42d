package perennial.zoom;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes {@link Recording}s of Zoom's JSON: of lists, of single meetings, of webhooks alike. */
final class RecordingReader {
    private static final String EACH_PARTICIPANT = "audio_only_each_participant";
    private static final long LONGEST_MINUTES = Duration.ofDays(366).toMinutes();

    private RecordingReader() {}

    /** A list; {@code from} and {@code to} are the days asked for, where the answer does not repeat them. */
    static RecordingPage page(JsonNode body, LocalDate from, LocalDate to) {
        var meetings = new ArrayList<Recording>();
        var unreadable = new ArrayList<String>();
        for (var meeting : body.path("meetings")) {
            try {
                meetings.add(recording(meeting));
            } catch (NoRecording e) {
                unreadable.add(e.why());
            }
        }
        var first = Fields.date(body, "from");
        var last = Fields.date(body, "to");
        return new RecordingPage(
                first == null ? from : first,
                last == null ? to : last,
                Fields.textOrNull(body, Api.PAGE_TOKEN),
                meetings,
                unreadable);
    }

    /** @throws NoRecording if there is no UUID or no time */
    static Recording recording(JsonNode meeting) throws NoRecording {
        var uuid = Fields.text(meeting, "uuid").strip();
        if (uuid.isEmpty()) throw new NoRecording("An entry without a UUID" + hint(meeting));
        var files = files(meeting);
        var number = Fields.number(meeting, "id");
        return new Recording(
                uuid,
                number == null ? 0 : number,
                Fields.smallNumber(meeting, "type"),
                Fields.text(meeting, "topic"),
                start(meeting, files, uuid),
                Fields.textOrNull(meeting, "timezone"),
                duration(meeting),
                Fields.textOrNull(meeting, "host_id"),
                Fields.textOrNull(meeting, "host_email"),
                Fields.textOrNull(meeting, "account_id"),
                Fields.date(meeting, "auto_delete_date"),
                files);
    }

    private static String hint(JsonNode meeting) {
        var number = Fields.text(meeting, "id");
        var topic = Fields.text(meeting, "topic");
        return (number.isEmpty() ? "" : ", meeting " + number) + (topic.isEmpty() ? "" : ", \"" + topic + "\"");
    }

    private static Instant start(JsonNode meeting, List<RecordingFile> files, String uuid) throws NoRecording {
        var start = Fields.instant(meeting, "start_time");
        if (start != null) return start;
        return files.stream()
                .map(RecordingFile::start)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElseThrow(() -> new NoRecording("Recording %s has no time".formatted(uuid)));
    }

    private static Duration duration(JsonNode meeting) {
        var minutes = Fields.number(meeting, "duration");
        return minutes == null || minutes < 0 || minutes > LONGEST_MINUTES
                ? Duration.ZERO
                : Duration.ofMinutes(minutes);
    }

    private static List<RecordingFile> files(JsonNode meeting) {
        var files = new ArrayList<RecordingFile>();
        for (var file : meeting.path("recording_files")) {
            if (file.isObject()) files.add(file(file, false));
        }
        for (var file : meeting.path("participant_audio_files")) {
            if (file.isObject()) files.add(file(file, true));
        }
        return files;
    }

    private static RecordingFile file(JsonNode file, boolean participantAudio) {
        var type = Fields.text(file, "file_type").strip().toUpperCase(Locale.ROOT);
        var recordingType = Fields.text(file, "recording_type").strip();
        return new RecordingFile(
                Fields.textOrNull(file, "id"),
                type,
                extension(file, type),
                participantAudio && recordingType.isEmpty() ? EACH_PARTICIPANT : recordingType,
                Fields.instant(file, "recording_start"),
                Fields.instant(file, "recording_end"),
                size(file),
                Fields.text(file, "status").strip(),
                Fields.address(file, "download_url"),
                Fields.textOrNull(file, "file_name"),
                participantAudio,
                Fields.textOrNull(file, "file_path"),
                Fields.instant(file, "deleted_time"));
    }

    private static @Nullable Long size(JsonNode file) {
        var size = Fields.number(file, "file_size");
        return size == null || size <= 0 ? null : size;
    }

    /** Replies before the end of 2020 give none. */
    private static String extension(JsonNode file, String type) {
        var given = Fields.text(file, "file_extension").strip().toUpperCase(Locale.ROOT);
        if (!given.isEmpty()) return given;
        return switch (type) {
            case "MP4", "M4A", "CSV" -> type;
            case "CHAT" -> "TXT";
            case "TRANSCRIPT", "CC" -> "VTT";
            case "TIMELINE", "SUMMARY" -> "JSON";
            case "TB" -> "JPG";
            default -> "";
        };
    }

    /** An entry of which no recording can be made. */
    static final class NoRecording extends Exception {
        private final String why;

        NoRecording(String why) {
            super(why);
            this.why = why;
        }

        /** A sentence. */
        String why() {
            return why;
        }
    }
}
