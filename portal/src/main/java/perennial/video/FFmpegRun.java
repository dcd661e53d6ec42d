package perennial.video;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One run of one of FFmpeg's programs.
 *
 * @param program {@code ffmpeg} or {@code ffprobe}
 * @param work what is done, as a sentence's beginning: {@code Joining the parts}
 * @param reads the files it may open, absolute
 * @param folder where it works and may write; names of outputs are relative to it. Null: it writes nothing
 */
record FFmpegRun(
        String program,
        String work,
        List<Path> reads,
        @Nullable Path folder,
        Duration limit,
        List<String> arguments) {
    static final String FFMPEG = "ffmpeg";
    static final String FFPROBE = "ffprobe";

    FFmpegRun {
        reads = reads.stream().map(Path::toAbsolutePath).toList();
        folder = folder == null ? null : folder.toAbsolutePath();
        arguments = List.copyOf(arguments);
    }

    /** The words that open {@code file} as {@code container}, and as nothing else it may pretend to be. */
    static List<String> input(Path file, Container container) {
        return List.of("-protocol_whitelist", "file", "-f", container.demuxer(), "-i", "file:" + file.toAbsolutePath());
    }

    /** Where {@code file} lies, as a folder to work in. */
    static Path beside(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder");
    }

    /** The command line from the program on. */
    List<String> words(Path tools) {
        var words = new ArrayList<>(List.of(tools.resolve(program).toString(), "-hide_banner", "-loglevel", "error"));
        if (program.equals(FFMPEG)) words.addAll(List.of("-nostdin", "-y"));
        words.addAll(arguments);
        return words;
    }
}
