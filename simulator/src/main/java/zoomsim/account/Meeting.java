package zoomsim.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One recorded instance of a meeting or webinar. Immutable.
 *
 * @param uuid Zoom's, base64 of 16 bytes; may begin with or contain slashes
 * @param number shared by all instances of a recurring meeting
 * @param type Zoom's {@code type}: 1 instant, 2 scheduled, 3 recurring, 4 personal room, 5 webinar, 8 recurring fixed …
 * @param timezone IANA name, empty for instant meetings
 * @param password the viewer's passcode
 * @param processingUntil the recording is being made until then; null when it is made
 * @param withoutFiles replies have no {@code recording_files} at all, as for one too short to keep
 * @param trashedAt when the whole recording went to the trash
 */
public record Meeting(
        String uuid,
        long number,
        int type,
        String topic,
        User host,
        Instant start,
        String timezone,
        String password,
        List<RecordingFile> files,
        List<ParticipantAudio> participantAudio,
        @Nullable Instant processingUntil,
        boolean withoutFiles,
        @Nullable Instant trashedAt) {
    /** A time that never comes: processing ends when told so. */
    public static final Instant UNTIL_TOLD = Instant.MAX;

    public Meeting {
        files = List.copyOf(files);
        participantAudio = List.copyOf(participantAudio);
    }

    /** When the last file ends, or the start of a meeting without files. */
    public Instant end() {
        return files.stream().map(RecordingFile::end).max(Instant::compareTo).orElse(start);
    }

    public boolean processing(Instant now) {
        return processingUntil != null && now.isBefore(processingUntil);
    }

    public boolean trashed() {
        return trashedAt != null;
    }

    /** Those that are not in the trash by themselves. */
    public List<RecordingFile> keptFiles() {
        return files.stream().filter(file -> !file.trashed()).toList();
    }

    /** All files, those of single participants included. */
    public Stream<RecordingFile> allFiles() {
        return Stream.concat(files.stream(), participantAudio.stream().map(ParticipantAudio::file));
    }

    public Meeting trashed(@Nullable Instant at) {
        return with(files, processingUntil, withoutFiles, at);
    }

    public Meeting processingUntil(@Nullable Instant until) {
        return with(files, until, withoutFiles, trashedAt);
    }

    public Meeting withoutFiles(boolean none) {
        return with(files, processingUntil, none, trashedAt);
    }

    public Meeting withFiles(List<RecordingFile> changed) {
        return with(changed, processingUntil, withoutFiles, trashedAt);
    }

    /** Changes the file with that key, and leaves the others. */
    public Meeting changing(UUID key, UnaryOperator<RecordingFile> change) {
        return withFiles(files.stream()
                .map(file -> file.key().equals(key) ? change.apply(file) : file)
                .toList());
    }

    private Meeting with(
            List<RecordingFile> newFiles, @Nullable Instant processing, boolean none, @Nullable Instant trashed) {
        return new Meeting(
                uuid,
                number,
                type,
                topic,
                host,
                start,
                timezone,
                password,
                newFiles,
                participantAudio,
                processing,
                none,
                trashed);
    }
}
