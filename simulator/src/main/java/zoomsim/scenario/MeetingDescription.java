package zoomsim.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import zoomsim.account.RecordingFile.ShownSize;
import zoomsim.script.ChatLine;
import zoomsim.script.Line;

/**
 * A meeting as it is written in JSON, in a scenario or for the control API. Only the topic is needed; what is absent is
 * invented, the same each time.
 *
 * @param host e-mail; absent: the owner of the account
 * @param type Zoom's number; absent: 2, scheduled
 * @param number absent: invented; equal numbers make instances of one meeting
 * @param start absent: from {@code daysAgo} and {@code time} (UTC), or {@code ago}, or an hour ago
 * @param takes what is filmed, each from Record to Stop
 * @param files whatever else there is, and whatever is not filmed
 * @param processingFor so long after it was added the recording is still being made
 * @param processingUntilTold it is being made until the control API says so
 * @param sparseTimeline its timelines are shown as in 2020, without id and size
 * @param participantAudio a sound file for each speaker too
 * @param shownSize what all files claim as their size
 * @param withoutFiles the reply has no {@code recording_files}
 */
public record MeetingDescription(
        String topic,
        @Nullable String host,
        @Nullable Integer type,
        @Nullable String uuid,
        @Nullable Long number,
        @Nullable Instant start,
        @Nullable Integer daysAgo,
        @Nullable LocalTime time,
        @Nullable Duration ago,
        @Nullable String timezone,
        @Nullable String password,
        @Nullable List<String> speakers,
        @Nullable List<TakeDescription> takes,
        @Nullable List<FileDescription> files,
        @Nullable Duration processingFor,
        boolean processingUntilTold,
        boolean sparseTimeline,
        boolean participantAudio,
        @Nullable ShownSize shownSize,
        boolean withoutFiles) {

    /** One press of Record. */
    public record TakeDescription(
            Duration sinceMeetingStart,
            List<Line> lines,
            Set<String> recordingTypes,
            @Nullable List<ChatLine> chat) {}

    /**
     * A file whose bytes are given or generated.
     *
     * @param sinceMeetingStart absent: at the start, or that of the take it belongs to
     * @param take which take it belongs to, from 0
     * @param length playing time; absent: that of the take, or ten minutes
     * @param text the content itself
     * @param bytes without {@code text}: so many bytes, generated from {@code seed}; of an MP4 that has room for a picture,
     *     real video of just that size
     */
    public record FileDescription(
            String recordingType,
            @Nullable String fileType,
            @Nullable String fileExtension,
            @Nullable Integer take,
            @Nullable Duration sinceMeetingStart,
            @Nullable Duration length,
            @Nullable String text,
            @Nullable Long bytes,
            @Nullable Long seed,
            @Nullable ShownSize shownSize) {}

    /** A meeting that is its files and nothing else. */
    static MeetingDescription ofFiles(String topic, String host, Duration ago, List<FileDescription> files) {
        return new MeetingDescription(
                topic, host, null, null, null, null, null, null, ago, null, null, null, null, files, null, false, false,
                false, null, false);
    }

    /** What one person says in takes that hold nobody else. */
    static MeetingDescription ofSpeaker(String topic, String speaker, List<TakeDescription> takes) {
        return new MeetingDescription(
                topic,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(speaker),
                takes,
                null,
                null,
                false,
                false,
                false,
                null,
                false);
    }

    List<TakeDescription> allTakes() {
        return takes == null ? List.of() : takes;
    }

    List<FileDescription> allFiles() {
        return files == null ? List.of() : files;
    }
}
