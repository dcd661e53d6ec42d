package perennial.zoom;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Zoom keeps of one meeting instance.
 *
 * @param uuid the instance, unique within its account; may contain {@code /} and {@code +}
 * @param meetingId the number, the same for all instances of a recurring meeting; 0 when missing
 * @param type 1–4, 7, 8 meetings, 5, 6, 9 webinars, 99 uploaded at Zoom; 0 when missing
 * @param topic as typed, possibly empty
 * @param start of the meeting; the first file may begin much later
 * @param duration in whole minutes, often zero for short ones
 * @param autoDeleteDate when Zoom itself will delete it
 * @param files every file Zoom lists, unknown kinds too, in Zoom's order, which means nothing
 */
public record Recording(
        String uuid,
        long meetingId,
        int type,
        String topic,
        Instant start,
        @Nullable String timezone,
        Duration duration,
        @Nullable String hostId,
        @Nullable String hostEmail,
        @Nullable String accountId,
        @Nullable LocalDate autoDeleteDate,
        List<RecordingFile> files) {

    public Recording {
        if (uuid.isBlank()) throw new IllegalArgumentException("a recording needs a UUID");
        files = List.copyOf(files);
    }

    /** Whether any file is still being made. */
    public boolean processing() {
        return files.stream().anyMatch(RecordingFile::processing);
    }
}
