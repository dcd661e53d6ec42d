package perennial.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server as {@code postmaster.pid} in its data folder describes it.
 *
 * @param data the data folder
 */
record ServerProcess(long pid, Path data, int port) {
    private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);
    private static final String PID_FILE = "postmaster.pid";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(5);

    /**
     * The server that runs over {@code data}. A file left by a dead server, or copied here with the folder, names none.
     */
    static Optional<ServerProcess> of(Path data) throws IOException {
        var lines = read(data.resolve(PID_FILE));
        if (lines.size() < 4 || !Path.of(lines.get(1)).equals(data)) return Optional.empty();
        var process = new ServerProcess(
                Long.parseLong(lines.get(0).strip()),
                data,
                Integer.parseInt(lines.get(3).strip()));
        return process.alive() ? Optional.of(process) : Optional.empty();
    }

    /** Removes the file that a dead server left, which would keep a new one from starting. */
    static void clear(Path data) throws IOException {
        Files.deleteIfExists(data.resolve(PID_FILE));
    }

    private static List<String> read(Path file) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /** Fast: open transactions are rolled back. If it does not end, at once: the next start then recovers from the log. */
    void stop() {
        for (var signal : List.of("INT", "QUIT")) {
            send(signal);
            if (ended(signal.equals("INT") ? PATIENCE : LAST_PATIENCE)) return;
            LOG.warn("postgres does not stop pid={} signal={}", pid, signal);
        }
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        ended(LAST_PATIENCE);
    }

    private void send(String signal) {
        try {
            new ProcessBuilder("sh", "-c", "kill -%s %d".formatted(signal, pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            LOG.warn("postgres cannot be signalled pid={} reason=\"{}\"", pid, e.getMessage());
        }
    }

    /** It is no child of ours, so there is nothing to wait on but its signs of life. */
    private boolean ended(Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (alive()) {
            if (System.nanoTime() > deadline) return false;
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    /** A process of this number runs PostgreSQL. A dead one that nobody has collected (a container's first process may not) is dead. */
    private boolean alive() {
        var process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (process.isEmpty() || isZombie()) return false;
        return process.get()
                .info()
                .command()
                .map(command -> command.endsWith("postgres"))
                .orElse(true);
    }

    private boolean isZombie() {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.substring(stat.lastIndexOf(')') + 1).strip().startsWith("Z");
        } catch (IOException e) {
            return false; // no /proc on this system, or the process has just gone
        }
    }
}
