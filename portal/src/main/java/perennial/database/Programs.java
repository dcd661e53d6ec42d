package perennial.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;

/** Runs one of PostgreSQL's programs to its end. */
final class Programs {
    private static final int MOST_MINUTES = 3;

    private Programs() {}

    static void run(ProcessBuilder builder) throws IOException {
        run(builder, new byte[0]);
    }

    /**
     * @param input what the program reads
     * @throws IOException with what the program said, when it fails
     */
    static void run(ProcessBuilder builder, byte[] input) throws IOException {
        // A file and not a pipe: the server inherits it, and a pipe would stay open for as long as the server runs.
        var said = Files.createTempFile("postgres", ".out");
        try {
            var process = builder.redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            try (var in = process.getOutputStream()) {
                in.write(input);
            }
            if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException("%s did not end in %d minutes".formatted(builder.command(), MOST_MINUTES));
            }
            var words = Files.readString(said, StandardCharsets.UTF_8);
            if (process.exitValue() != 0 || words.contains("ERROR:") || words.contains("FATAL:")) {
                throw new IOException("%s: %s".formatted(String.join(" ", builder.command()), words.strip()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            Files.deleteIfExists(said);
        }
    }
}
