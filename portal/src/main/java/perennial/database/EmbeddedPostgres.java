package perennial.database;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own: one data folder, reachable from this machine only, every commit on the disk before it
 * is answered.
 *
 * <p>The server is no child of this process in the terminal's eyes, so Ctrl-C reaches the portal alone, which closes its
 * connections first and then stops the server. If the portal is killed instead, the server lives on; the next start
 * adopts it.
 */
final class EmbeddedPostgres implements DatabaseServer {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    /** More than one only when another program takes a free port between our look and the server's start. */
    private static final int ATTEMPTS = 5;

    private final Path folder;
    private final FileLock lock;
    private final ServerProcess process;
    private final String password;
    private final boolean adopted;

    private EmbeddedPostgres(Path folder, FileLock lock, ServerProcess process, String password, boolean adopted) {
        this.folder = folder;
        this.lock = lock;
        this.process = process;
        this.password = password;
        this.adopted = adopted;
    }

    /**
     * Starts the server over {@code folder}, or adopts the one that already runs there.
     *
     * @param tools where the programs are unpacked
     * @throws DatabaseUnusable in a sentence, when that cannot be
     */
    static EmbeddedPostgres start(Path folder, Path tools) {
        return start(folder, tools, FreePort::find);
    }

    static EmbeddedPostgres start(Path folder, Path tools, FreePort ports) {
        try {
            Files.createDirectories(folder);
            var real = folder.toRealPath();
            var lock = FolderLock.take(real);
            try {
                return start(real, PostgresPrograms.in(tools), lock, ports);
            } catch (Throwable e) {
                lock.acquiredBy().close();
                throw e;
            }
        } catch (IOException e) {
            throw new DatabaseUnusable(
                    "The embedded PostgreSQL could not start: " + e.getMessage(),
                    "See the log in %s, and that perennial.home may be written to."
                            .formatted(folder.resolve("data/log")),
                    e);
        }
    }

    private static EmbeddedPostgres start(Path folder, PostgresPrograms programs, FileLock lock, FreePort ports)
            throws IOException {
        var cluster = new Cluster(folder, programs, PostgresUser.find(programs));
        var password = cluster.prepare();
        var running = ServerProcess.of(cluster.data());
        if (running.isPresent()) {
            if (cluster.mayAdopt(running.get(), password)) {
                LOG.info(
                        "postgres adopted pid={} port={}",
                        running.get().pid(),
                        running.get().port());
                return new EmbeddedPostgres(folder, lock, running.get(), password, true);
            }
            LOG.warn(
                    "postgres stopped pid={}: left behind and not answering as it should",
                    running.get().pid());
            running.get().stop();
        }
        ServerProcess.clear(cluster.data());
        for (var attempt = 1; ; attempt++) {
            try {
                var process = cluster.start(ports.next());
                LOG.info("postgres started pid={} port={} folder={}", process.pid(), process.port(), folder);
                return new EmbeddedPostgres(folder, lock, process, password, false);
            } catch (PortTaken e) {
                if (attempt == ATTEMPTS) throw e;
            }
        }
    }

    @Override
    public String url() {
        return url(Cluster.DATABASE);
    }

    /** The address of another database of this server. */
    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(process.port(), database);
    }

    @Override
    public String username() {
        return Cluster.USER;
    }

    @Override
    public String password() {
        return password;
    }

    /** Whether the server was running already. */
    boolean adopted() {
        return adopted;
    }

    long pid() {
        return process.pid();
    }

    /** Stops the server; transactions still open are rolled back. */
    @Override
    public void close() {
        process.stop();
        try {
            lock.acquiredBy().close();
        } catch (IOException e) {
            LOG.warn("lock not released folder={} reason=\"{}\"", folder, e.getMessage());
        }
        LOG.info("postgres stopped pid={}", process.pid());
    }
}
