package perennial.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A JVM of its own that starts the embedded server, commits a row, and waits to be killed. */
final class PortalToKill {
    private static final String READY = "ready";

    private final Process jvm;

    private PortalToKill(Process jvm) {
        this.jvm = jvm;
    }

    /** Returns when the row is committed. */
    static PortalToKill start(Path folder) throws IOException {
        var jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PortalToKill.class.getName(),
                        folder.toString(),
                        TestServer.TOOLS.toString())
                .redirectErrorStream(true)
                .start();
        var said = new StringBuilder();
        for (var line : (Iterable<String>) jvm.inputReader().lines()::iterator) {
            if (line.equals(READY)) return new PortalToKill(jvm);
            said.append(line).append('\n');
        }
        throw new IOException("the portal to kill did not start: " + said);
    }

    /** As {@code kill -9} does: no hook runs. */
    void kill() throws InterruptedException {
        jvm.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
    }

    public static void main(String[] arguments) throws Exception {
        // Not by naming TestServer: that would start the tests' own server here, and nobody would stop it.
        var server = EmbeddedPostgres.start(Path.of(arguments[0]), Path.of(arguments[1]));
        EmbeddedPostgresTest.write(server, "committed");
        System.out.println(READY);
        Thread.currentThread().join();
    }
}
