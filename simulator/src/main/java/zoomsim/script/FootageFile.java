package zoomsim.script;

import java.nio.file.Path;
import java.time.Duration;

/**
 * One recorded file.
 *
 * @param take index of the take in the script, from 0
 * @param fileType Zoom's {@code file_type}, for instance {@code MP4}
 * @param fileExtension Zoom's {@code file_extension}, for instance {@code MP4} or {@code VTT}
 * @param recordingType Zoom's {@code recording_type}, for instance {@code active_speaker}
 * @param length playing time of the take
 */
public record FootageFile(
        int take, String fileType, String fileExtension, String recordingType, Duration length, Path file) {}
