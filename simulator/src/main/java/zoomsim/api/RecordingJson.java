package zoomsim.api;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;
import zoomsim.account.Account;
import zoomsim.account.Meeting;
import zoomsim.account.RecordingFile;
import zoomsim.account.RecordingFile.ShownSize;
import zoomsim.http.Json;

/** Writes recordings with the fields that real replies have. */
public record RecordingJson(Account account, Addresses addresses) {
    /** As in the listing of a user. */
    ObjectNode inUserList(Meeting meeting) {
        return meeting(meeting, meeting.keptFiles());
    }

    /** As in the listing of the account, which also names the host. */
    ObjectNode inAccountList(Meeting meeting) {
        return inUserList(meeting).put("host_email", meeting.host().email());
    }

    /** As in the trash: the whole recording with all its files, or the files that were deleted one by one. */
    ObjectNode inTrash(Meeting meeting, List<RecordingFile> files) {
        return meeting(meeting, files);
    }

    /** As webhooks show a recording, or some files of it. */
    public ObjectNode inWebhook(Meeting meeting, List<RecordingFile> files) {
        var json = meeting(meeting, files)
                .put("host_email", meeting.host().email())
                .put("password", meeting.password())
                .put("on_prem", false);
        if (files.size() == meeting.files().size()) addParticipantAudio(json, meeting);
        json.path("participant_audio_files").forEach(file -> ((ObjectNode) file).put("file_extension", "M4A"));
        return json;
    }

    /** As the meeting's own reply. */
    ObjectNode detail(Meeting meeting) {
        var json = inUserList(meeting);
        json.put("host_email", meeting.host().email());
        json.put("password", meeting.password());
        addParticipantAudio(json, meeting);
        return json;
    }

    private void addParticipantAudio(ObjectNode json, Meeting meeting) {
        if (!meeting.participantAudio().isEmpty() && !processing(meeting)) {
            var audio = json.putArray("participant_audio_files");
            for (var each : meeting.participantAudio()) {
                var link = addresses.link(each.file().key());
                audio.addObject()
                        .put("id", each.file().key().toString())
                        .put("recording_start", time(each.file().start()))
                        .put("recording_end", time(each.file().end()))
                        .put("file_type", each.file().fileType())
                        .put("file_name", each.fileName())
                        .put("file_size", each.file().content().size())
                        .put("play_url", addresses.play(link))
                        .put("download_url", addresses.download(link))
                        .put("status", "completed");
            }
        }
    }

    private ObjectNode meeting(Meeting meeting, List<RecordingFile> files) {
        var shown = meeting.withoutFiles() ? List.<RecordingFile>of() : files;
        var json = Json.object()
                .put("uuid", meeting.uuid())
                .put("id", meeting.number())
                .put("account_id", account.id())
                .put("host_id", meeting.host().id())
                .put("topic", meeting.topic())
                .put("type", meeting.type())
                .put("start_time", time(meeting.start()))
                .put("timezone", meeting.timezone())
                .put(
                        "duration",
                        Duration.between(meeting.start(), meeting.end()).toMinutes())
                .put("total_size", totalSize(meeting, shown))
                .put("recording_count", count(meeting, shown))
                .put("share_url", addresses.share(meeting));
        if (!meeting.withoutFiles()) {
            var list = json.putArray("recording_files");
            shown.forEach(file -> list.add(file(meeting, file)));
        }
        return json.put("recording_play_passcode", addresses.playPasscode(meeting));
    }

    private ObjectNode file(Meeting meeting, RecordingFile file) {
        if (processing(meeting)) return unfinished(meeting, file);
        var link = addresses.link(file.key());
        var json = Json.object();
        if (!file.sparse()) json.put("id", file.key().toString());
        json.put("meeting_id", meeting.uuid())
                .put("recording_start", time(file.start()))
                .put("recording_end", time(file.end()))
                .put("file_type", file.fileType());
        if (!file.sparse()) json.put("file_extension", file.fileExtension());
        if (!file.sparse() && file.shownSize() != ShownSize.MISSING) json.put("file_size", shownSize(file));
        if (hasPlayer(file)) json.put("play_url", addresses.play(link));
        json.put("download_url", addresses.download(link));
        if (!file.sparse()) json.put("status", "completed").put("recording_type", file.recordingType());
        var deletedAt = meeting.trashedAt() == null ? file.deletedAt() : meeting.trashedAt();
        if (deletedAt != null) json.put("deleted_time", time(deletedAt));
        return json;
    }

    /** While Zoom still works on it a file has neither type nor end nor size. */
    private ObjectNode unfinished(Meeting meeting, RecordingFile file) {
        var link = addresses.link(file.key());
        return Json.object()
                .put("id", file.key().toString())
                .put("meeting_id", meeting.uuid())
                .put("recording_start", time(file.start()))
                .put("recording_end", "")
                .put("file_type", "")
                .put("file_size", 0)
                .put("play_url", addresses.play(link))
                .put("download_url", addresses.download(link))
                .put("status", "processing")
                .put("recording_type", file.recordingType());
    }

    private static boolean hasPlayer(RecordingFile file) {
        return !file.fileType().equals("TIMELINE") && !file.fileType().equals("CC");
    }

    /** Leaves out files that show no size, and summaries; counts the sound of single participants. */
    private long totalSize(Meeting meeting, List<RecordingFile> files) {
        if (processing(meeting)) return 0;
        long listed = files.stream()
                .filter(file -> !file.sparse() && !file.fileType().equals("SUMMARY"))
                .mapToLong(RecordingJson::shownSize)
                .sum();
        return listed
                + meeting.participantAudio().stream()
                        .mapToLong(each -> each.file().content().size())
                        .sum();
    }

    private static long count(Meeting meeting, List<RecordingFile> files) {
        long listed = files.stream()
                .filter(file -> !file.fileType().equals("SUMMARY"))
                .count();
        return listed + meeting.participantAudio().size();
    }

    private static long shownSize(RecordingFile file) {
        return switch (file.shownSize()) {
            case TRUE -> file.content().size();
            case OFF_BY_ONE -> file.content().size() + 1;
            case ZERO, MISSING -> 0;
        };
    }

    private boolean processing(Meeting meeting) {
        return meeting.processing(account.clock().instant());
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
