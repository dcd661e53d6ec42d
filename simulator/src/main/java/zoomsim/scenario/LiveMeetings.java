package zoomsim.scenario;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import zoomsim.account.Account;
import zoomsim.account.Content;
import zoomsim.account.GeneratedVideo;
import zoomsim.account.Identifiers;
import zoomsim.account.Meeting;
import zoomsim.account.RecordingFile;
import zoomsim.scenario.MeetingDescription.FileDescription;
import zoomsim.webhook.EventSource;

/**
 * Meetings that go on: begun, recorded in one or more segments, ended, made by Zoom for a while, and there. Each step tells
 * the webhooks.
 */
public record LiveMeetings(Account account, MeetingMaker maker, EventSource events) {
    private static final String VIEW = "shared_screen_with_speaker_view";
    private static final long BYTES_PER_SECOND = 25_000;

    /**
     * Presses Record: in a new meeting, or once more in one that goes on.
     *
     * @param uuid null: a new one of {@code topic} and {@code host}
     */
    public Meeting start(@Nullable String uuid, String topic, @Nullable String host) {
        var now = now();
        if (uuid == null) {
            var made = maker.make(new MeetingDescription(
                    topic, host, null, null, null, now, null, null, null, null, null, null, null, null, null, true,
                    false, false, null, false));
            account.put(made.withFiles(List.of(segment(made, now, now))));
            events.say("recording.started", require(made.uuid()));
            return require(made.uuid());
        }
        change(uuid, meeting -> with(meeting, segment(meeting, now, now)));
        events.say("recording.started", require(uuid));
        return require(uuid);
    }

    /** Tells that the recording was paused or goes on; what is between is not in the files' length. */
    public void pause(String uuid, boolean pause) {
        events.say(pause ? "recording.paused" : "recording.resumed", require(uuid));
    }

    /** Presses Stop: the segment is as long as the time since Record. */
    public void stop(String uuid) {
        change(uuid, meeting -> {
            var last = meeting.files().getLast();
            return meeting.changing(last.key(), file -> segment(meeting, file.start(), now()));
        });
        events.say("recording.stopped", require(uuid));
    }

    /**
     * Ends it. Zoom then makes the recording.
     *
     * @param processingFor null: twice as long as was recorded, as Zoom says it takes
     * @param transcriptAfter a transcript comes so long after the recording is made; null: none comes
     */
    public void end(String uuid, @Nullable Duration processingFor, @Nullable Duration transcriptAfter) {
        var meeting = require(uuid);
        var recorded = meeting.files().stream()
                .map(file -> Duration.between(file.start(), file.end()))
                .reduce(Duration.ZERO, Duration::plus);
        var ready = account.clock().instant().plus(Objects.requireNonNullElse(processingFor, recorded.multipliedBy(2)));
        account.change(uuid, found -> found.processingUntil(ready));
        if (transcriptAfter == null) return;
        var transcript = new FileDescription(
                "audio_transcript",
                null,
                null,
                null,
                null,
                null,
                "WEBVTT\n\n1\n00:00:00.000 --> 00:00:02.000\n%s: Late, but here.\n"
                        .formatted(meeting.host().displayName()),
                null,
                null,
                null);
        account.clock().agenda().at(ready.plus(transcriptAfter), () -> add(uuid, List.of(transcript)));
    }

    /** Lets files appear later: a transcript after hours, a segment the next day. */
    public void addLater(String uuid, Duration after, List<FileDescription> files) {
        require(uuid);
        if (after.isZero()) add(uuid, files);
        else account.clock().agenda().at(account.clock().instant().plus(after), () -> add(uuid, files));
    }

    private void add(String uuid, List<FileDescription> files) {
        account.change(uuid, meeting -> {
            var all = new ArrayList<>(meeting.files());
            all.addAll(maker.more(meeting, files));
            return meeting.withFiles(all);
        });
    }

    private static Meeting with(Meeting meeting, RecordingFile file) {
        var all = new ArrayList<>(meeting.files());
        all.add(file);
        return meeting.withFiles(all);
    }

    private RecordingFile segment(Meeting meeting, Instant begin, Instant end) {
        var length = Duration.between(begin, end);
        var name = meeting.uuid() + begin;
        long size = GeneratedVideo.SMALLEST + length.toSeconds() * BYTES_PER_SECOND;
        Content content = new GeneratedVideo(
                Identifiers.of(maker.seed(), name).number(), size, length.isZero() ? Duration.ofSeconds(1) : length);
        return new RecordingFile(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                false,
                "MP4",
                "MP4",
                VIEW,
                begin,
                end,
                content,
                RecordingFile.ShownSize.TRUE,
                null);
    }

    private Meeting require(String uuid) {
        return account.meeting(uuid).orElseThrow(() -> new IllegalArgumentException("no meeting " + uuid));
    }

    private void change(String uuid, UnaryOperator<Meeting> change) {
        require(uuid);
        account.change(uuid, change);
    }

    private Instant now() {
        return account.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
