package zoomsim.media;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs the bundled FFmpeg programs. Each run has a time limit, after which the process is killed. */
final class Ffmpeg {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int KEPT_COMPLAINT = 2_000;

    private final Path programs;

    Ffmpeg(Path programs) {
        this.programs = programs;
    }

    /** Writes what the program reads from its standard input. */
    @FunctionalInterface
    interface Feed {
        void into(OutputStream stdin) throws IOException;
    }

    /**
     * Runs {@code ffmpeg}, waits for its end, and returns what it complained of.
     *
     * @throws StudioException if it fails or exceeds five minutes; carries the end of what it wrote to stderr
     */
    String encode(List<String> arguments, Feed feed) {
        var command = new ArrayList<>(List.of("-hide_banner", "-v", "error", "-nostats", "-y"));
        command.addAll(arguments);
        return run("ffmpeg", command, feed);
    }

    /** Runs {@code ffprobe} and returns what it printed, complaints included. */
    String probe(List<String> arguments) {
        return run("ffprobe", arguments, stdin -> {});
    }

    private String run(String program, List<String> arguments, Feed feed) {
        try {
            var output = Files.createTempFile("zoomsim-" + program, ".log");
            try {
                return run(program, arguments, feed, output);
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new StudioException("cannot run " + program, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StudioException("interrupted while " + program + " ran", e);
        }
    }

    private String run(String program, List<String> arguments, Feed feed, Path output)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(programs.resolve(program).toString()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        // The libraries lie beside the programs; macOS reads the second name.
        builder.environment().put("LD_LIBRARY_PATH", programs.toString());
        builder.environment().put("DYLD_LIBRARY_PATH", programs.toString());
        var process = builder.start();
        var watchdog = Thread.ofVirtual().start(() -> killLate(process));
        IOException cut = null;
        try (var stdin = new BufferedOutputStream(process.getOutputStream(), 1 << 16)) {
            feed.into(stdin);
        } catch (IOException e) {
            cut = e; // the program went away; its own words, below, say why
        } finally {
            if (Thread.currentThread().isInterrupted()) process.destroyForcibly();
        }
        int code = process.waitFor();
        watchdog.interrupt();
        var said = DeviceLibraries.withoutRemarks(Files.readString(output, StandardCharsets.UTF_8));
        if (code != 0 || cut != null) throw failed(program, code, said, arguments, cut);
        return said;
    }

    private static void killLate(Process process) {
        try {
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the program has ended by itself
        }
    }

    private static StudioException failed(
            String program, int code, String said, List<String> arguments, @Nullable IOException cut) {
        var end = said.substring(Math.max(0, said.length() - KEPT_COMPLAINT));
        var message = "%s ended with code %d: %s%n(arguments: %s)"
                .formatted(program, code, end.isEmpty() ? "(no words)" : end, String.join(" ", arguments));
        return cut == null ? new StudioException(message) : new StudioException(message, cut);
    }
}
