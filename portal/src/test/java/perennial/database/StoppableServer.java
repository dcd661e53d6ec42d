package perennial.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL that a test stops and starts again at the same address, or lets stand still. */
public final class StoppableServer implements AutoCloseable {
    private final Path folder;
    private final int port;
    private EmbeddedPostgres server;
    private boolean frozen;

    private StoppableServer(Path folder, int port) {
        this.folder = folder;
        this.port = port;
        this.server = EmbeddedPostgres.start(folder, TestServer.TOOLS, () -> port);
    }

    /** Makes it in {@code folder}, and starts it. */
    public static StoppableServer start(Path folder) throws IOException {
        return new StoppableServer(folder, FreePort.find());
    }

    public TestServer.Database database() {
        return new TestServer.Database(server.url(), server.username(), server.password());
    }

    /** Open transactions are rolled back, connections are closed. */
    public void stop() {
        server.close();
    }

    public void startAgain() {
        server = EmbeddedPostgres.start(folder, TestServer.TOOLS, () -> port);
    }

    /** SIGSTOP: connections stay open, and nothing answers. */
    public void freeze() throws IOException {
        frozen = true;
        signal("STOP", List.of(server.pid())); // first, so that it makes no new one meanwhile
        signal("STOP", workers());
    }

    /** SIGCONT. */
    public void thaw() throws IOException {
        signal("CONT", workers());
        signal("CONT", List.of(server.pid()));
        frozen = false;
    }

    private List<Long> workers() {
        return ProcessHandle.of(server.pid())
                .orElseThrow()
                .children()
                .map(ProcessHandle::pid)
                .toList();
    }

    private static void signal(String name, List<Long> processes) throws IOException {
        if (processes.isEmpty()) return;
        var command = new ArrayList<>(List.of("kill", "-" + name));
        processes.forEach(pid -> command.add(pid.toString()));
        try {
            // Its outcome does not matter: a connection's process may have ended just now.
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() throws IOException {
        if (frozen) thaw();
        server.close();
    }
}
