package perennial.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * As whom PostgreSQL's programs run. It refuses root, so a portal that runs as root puts something in front: a user
 * namespace where root has another number (files stay root's), or, where that is not permitted, a lesser user who then
 * owns the data.
 *
 * @param prefix put before each command
 * @param ownerOfData the number of the user whom the data folder belongs to
 */
record PostgresUser(List<String> prefix, int ownerOfData) {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresUser.class);
    private static final int ROOT = 0;
    /** {@code nobody} on every Linux. */
    private static final int NOBODY = 65534;

    /** The first way that works here. @throws DatabaseUnusable when none does */
    static PostgresUser find(PostgresPrograms programs) throws IOException {
        var me = Math.toIntExact(new UnixSystem().getUid());
        if (me != ROOT) return new PostgresUser(List.of(), me);
        for (var way : waysAroundRoot()) {
            if (way.works(programs)) {
                LOG.info("postgres runs by=\"{}\" because it refuses root", String.join(" ", way.prefix()));
                return way;
            }
        }
        throw new DatabaseUnusable(
                "PostgreSQL refuses to run as root, and neither a user namespace nor the user nobody can run it here",
                "Start the portal as an ordinary user, or set perennial.home to a folder that every user may enter, or set"
                        + " perennial.database.url to a PostgreSQL of yours.");
    }

    static List<PostgresUser> waysAroundRoot() {
        return List.of(
                new PostgresUser(
                        List.of("unshare", "--user", "--map-user=" + NOBODY, "--map-group=" + NOBODY, "--"), ROOT),
                new PostgresUser(List.of("unshare", "--user", "--"), ROOT),
                new PostgresUser(
                        List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--"), NOBODY),
                new PostgresUser(List.of("runuser", "-u", "nobody", "--"), NOBODY));
    }

    boolean works(PostgresPrograms programs) {
        try {
            return command(List.of(
                                    "sh",
                                    "-c",
                                    "test \"$(id -u)\" != 0 && exec \"$0\" --version",
                                    programs.program("initdb")))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // the program in front is not installed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A process that runs {@code command} as this user. */
    ProcessBuilder command(List<String> command) {
        var all = new ArrayList<>(prefix);
        all.addAll(command);
        var builder = new ProcessBuilder(all);
        builder.environment().put("LC_ALL", "C");
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        return builder;
    }

    /** Hands a folder and all in it to this user; needed only after the way has changed, and cheap otherwise. */
    void own(Path root) throws IOException {
        if (new UnixSystem().getUid() != ROOT) return;
        try (var all = Files.walk(root)) {
            for (var path : all.toList()) {
                if (!Integer.valueOf(ownerOfData).equals(Files.getAttribute(path, "unix:uid"))) {
                    Files.setAttribute(path, "unix:uid", ownerOfData);
                    Files.setAttribute(path, "unix:gid", ownerOfData);
                }
            }
        }
    }
}
