package perennial.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import perennial.video.TestClips;
import zoomsim.account.Content;
import zoomsim.account.FileBytes;
import zoomsim.account.Identifiers;
import zoomsim.account.Meeting;
import zoomsim.account.RecordingFile;
import zoomsim.account.TextBytes;
import zoomsim.account.User;

/** Builds a recorded meeting of tiny real files. */
public final class SimulatedMeeting {
    private static final AtomicLong SEEDS = new AtomicLong(System.nanoTime());

    private final Identifiers identifiers = new Identifiers(SEEDS.incrementAndGet());
    private final String topic;
    private final User host;
    private final List<RecordingFile> files = new ArrayList<>();
    private Instant start = Instant.now().minus(Duration.ofHours(5)).truncatedTo(ChronoUnit.SECONDS);
    private int type = 2;
    private long number = identifiers.meetingNumber();
    private @Nullable Instant processingUntil;

    public SimulatedMeeting(String topic, User host) {
        this.topic = topic;
        this.host = host;
    }

    SimulatedMeeting startedAgo(Duration ago) {
        start = Instant.now().minus(ago).truncatedTo(ChronoUnit.SECONDS);
        return this;
    }

    SimulatedMeeting type(int zoomsNumber) {
        type = zoomsNumber;
        return this;
    }

    /** Of the series that the instance belongs to. */
    SimulatedMeeting number(long meetingId) {
        number = meetingId;
        return this;
    }

    SimulatedMeeting processing() {
        processingUntil = Meeting.UNTIL_TOLD;
        return this;
    }

    /** A segment with the usual files: one view, the sound alone, transcript and chat. */
    SimulatedMeeting usual(Duration sinceStart, int seconds, int look) {
        view("active_speaker", sinceStart, seconds, look);
        add("M4A", "audio_only", sinceStart, seconds, new FileBytes(TestClips.sound(seconds, look)));
        add("TRANSCRIPT", "audio_transcript", sinceStart, seconds, new TextBytes("""
                WEBVTT

                1
                00:00:00.500 --> 00:00:01.500
                Mira Valdez: Words of look %d.
                """.formatted(look)));
        var chatAt = sinceStart.plusSeconds(1);
        add(
                "CHAT",
                "chat_file",
                sinceStart,
                seconds,
                new TextBytes("%02d:%02d:%02d\tMira Valdez:\tchat of look %d\n"
                        .formatted(chatAt.toHours(), chatAt.toMinutesPart(), chatAt.toSecondsPart(), look)));
        return this;
    }

    public SimulatedMeeting view(String recordingType, Duration sinceStart, int seconds, int look) {
        return add("MP4", recordingType, sinceStart, seconds, new FileBytes(TestClips.video(seconds, look)));
    }

    public SimulatedMeeting add(
            String fileType, String recordingType, Duration sinceStart, int seconds, Content content) {
        files.add(file(fileType, recordingType, start.plus(sinceStart), seconds, content));
        return this;
    }

    /** So that the same description can be built more than once. */
    private RecordingFile withNewKey(RecordingFile file) {
        return file(
                file.fileType(),
                file.recordingType(),
                file.start(),
                (int) Duration.between(file.start(), file.end()).toSeconds(),
                file.content());
    }

    RecordingFile file(String fileType, String recordingType, Instant begin, int seconds, Content content) {
        var extension = switch (fileType) {
            case "TRANSCRIPT" -> "VTT";
            case "CHAT" -> "TXT";
            default -> fileType;
        };
        return new RecordingFile(
                identifiers.guid(),
                false,
                fileType,
                extension,
                recordingType,
                begin,
                begin.plusSeconds(seconds),
                content,
                RecordingFile.ShownSize.TRUE,
                null);
    }

    public Meeting build() {
        return build(identifiers.meetingUuid());
    }

    Meeting build(String uuid) {
        return new Meeting(
                uuid,
                number,
                type,
                topic,
                host,
                start,
                "Europe/Berlin",
                "secret",
                files.stream().map(file -> withNewKey(file)).toList(),
                List.of(),
                processingUntil,
                false,
                null);
    }
}
