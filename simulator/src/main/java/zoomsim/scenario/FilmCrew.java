package zoomsim.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import zoomsim.account.Content;
import zoomsim.account.FileBytes;
import zoomsim.account.GeneratedBytes;
import zoomsim.account.GeneratedVideo;
import zoomsim.account.Identifiers;
import zoomsim.account.ParticipantAudio;
import zoomsim.account.RecordingFile;
import zoomsim.account.RecordingFile.ShownSize;
import zoomsim.account.TextBytes;
import zoomsim.scenario.MeetingDescription.FileDescription;
import zoomsim.scenario.MeetingDescription.TakeDescription;
import zoomsim.script.FootageFile;
import zoomsim.script.FootageSource;
import zoomsim.script.Line;
import zoomsim.script.MeetingScript;
import zoomsim.script.Take;

/** Makes the files of one meeting, filmed or given. */
record FilmCrew(@Nullable FootageSource footage, Identifiers identifiers, Instant start) {
    private static final Duration USUAL_LENGTH = Duration.ofMinutes(10);

    List<RecordingFile> film(MeetingDescription described) {
        if (described.allTakes().isEmpty()) return List.of();
        var script = script(
                described, described.allTakes().stream().map(FilmCrew::take).toList());
        var files = new ArrayList<RecordingFile>();
        if (footage == null) {
            for (var take : script.takes()) files.addAll(unfilmed(take, described));
            return files;
        }
        for (var filmed : footage.record(script)) {
            var begin = start.plus(script.takes().get(filmed.take()).sinceMeetingStart());
            files.add(file(filmed.fileType(), filmed.recordingType(), begin, filmed, described.sparseTimeline()));
        }
        return files;
    }

    /** Files that the description spells out; a take's number places one beside the filmed ones. */
    List<RecordingFile> given(MeetingDescription described, List<RecordingFile> filmed) {
        return described.allFiles().stream()
                .map(file -> given(described, file, filmed))
                .toList();
    }

    /** Of each speaker what that person says, and nothing of the others. */
    List<ParticipantAudio> eachSpeaker(MeetingDescription described) {
        var audio = new ArrayList<ParticipantAudio>();
        for (var speaker : speakers(described)) {
            var takes = described.allTakes().stream()
                    .filter(take -> take.lines().stream()
                            .anyMatch(line -> line.speaker().equals(speaker)))
                    .map(take -> onlySpeaker(take, speaker))
                    .toList();
            if (takes.isEmpty()) continue;
            var alone = MeetingDescription.ofSpeaker(described.topic(), speaker, takes);
            film(alone).forEach(file -> audio.add(new ParticipantAudio("Audio only - " + speaker, file)));
        }
        return audio;
    }

    void shuffle(List<RecordingFile> files) {
        identifiers.shuffle(files);
    }

    private static TakeDescription onlySpeaker(TakeDescription take, String speaker) {
        return new TakeDescription(
                take.sinceMeetingStart(),
                take.lines().stream()
                        .filter(line -> line.speaker().equals(speaker))
                        .toList(),
                Set.of("audio_only"),
                null);
    }

    private List<RecordingFile> unfilmed(Take take, MeetingDescription described) {
        var begin = start.plus(take.sinceMeetingStart());
        var end = begin.plus(Unfilmed.length(take));
        return new TreeSet<>(take.recordingTypes())
                .stream()
                        .filter(type ->
                                !type.equals("chat_file") || !take.chat().isEmpty())
                        .map(type -> file(
                                RecordingTypes.fileType(type),
                                type,
                                begin,
                                end,
                                Unfilmed.content(take, type, identifiers.number()),
                                described.sparseTimeline()))
                        .toList();
    }

    private RecordingFile given(MeetingDescription described, FileDescription file, List<RecordingFile> filmed) {
        var type = Objects.requireNonNullElseGet(file.fileType(), () -> RecordingTypes.fileType(file.recordingType()));
        var begin = start.plus(sinceStart(described, file));
        var end = file.length() != null
                ? begin.plus(file.length())
                : filmed.stream()
                        .filter(other -> other.start().equals(begin))
                        .map(RecordingFile::end)
                        .findFirst()
                        .orElse(begin.plus(USUAL_LENGTH));
        Content content =
                file.text() != null ? new TextBytes(file.text()) : generated(file, type, Duration.between(begin, end));
        var made = file(type, file.recordingType(), begin, end, content, described.sparseTimeline());
        return new RecordingFile(
                made.key(),
                made.sparse(),
                type,
                Objects.requireNonNullElse(file.fileExtension(), made.fileExtension()),
                made.recordingType(),
                begin,
                end,
                content,
                Objects.requireNonNullElse(file.shownSize(), ShownSize.TRUE),
                null);
    }

    /** Real video where it is one and has room for a picture; else bytes that mean nothing. */
    private Content generated(FileDescription file, String type, Duration length) {
        long seed = Objects.requireNonNullElseGet(file.seed(), identifiers::number);
        long size = Objects.requireNonNullElse(file.bytes(), 0L);
        return type.equals("MP4") && size >= GeneratedVideo.SMALLEST
                ? new GeneratedVideo(seed, size, length)
                : new GeneratedBytes(seed, size);
    }

    private static Duration sinceStart(MeetingDescription described, FileDescription file) {
        if (file.sinceMeetingStart() != null) return file.sinceMeetingStart();
        return file.take() == null
                ? Duration.ZERO
                : described.allTakes().get(file.take()).sinceMeetingStart();
    }

    private RecordingFile file(
            String fileType, String recordingType, Instant begin, FootageFile filmed, boolean sparseTimeline) {
        return file(
                fileType,
                recordingType,
                begin,
                begin.plus(filmed.length()),
                new FileBytes(filmed.file()),
                sparseTimeline);
    }

    private RecordingFile file(
            String fileType,
            String recordingType,
            Instant begin,
            Instant end,
            Content content,
            boolean sparseTimeline) {
        return new RecordingFile(
                identifiers.guid(),
                sparseTimeline && fileType.equals("TIMELINE"),
                fileType,
                RecordingTypes.fileExtension(fileType),
                recordingType,
                begin,
                end,
                content,
                ShownSize.TRUE,
                null);
    }

    private static MeetingScript script(MeetingDescription described, List<Take> takes) {
        return new MeetingScript(described.topic(), speakers(described), takes);
    }

    private static List<String> speakers(MeetingDescription described) {
        if (described.speakers() != null) return described.speakers();
        return List.copyOf(described.allTakes().stream()
                .flatMap(take -> take.lines().stream())
                .map(Line::speaker)
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private static Take take(TakeDescription take) {
        var chat = take.chat();
        return new Take(take.sinceMeetingStart(), take.lines(), take.recordingTypes(), chat == null ? List.of() : chat);
    }
}
