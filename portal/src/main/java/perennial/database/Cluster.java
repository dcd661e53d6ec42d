package perennial.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The data folder of the embedded server: made once, configured at each start. */
final class Cluster {
    static final String USER = "perennial";
    static final String DATABASE = "perennial";

    private final Path data;
    private final Path passwordFile;
    private final PostgresPrograms programs;
    private final PostgresUser user;

    Cluster(Path folder, PostgresPrograms programs, PostgresUser user) {
        this.data = folder.resolve("data");
        this.passwordFile = folder.resolve("password");
        this.programs = programs;
        this.user = user;
    }

    Path data() {
        return data;
    }

    /** Makes what is missing, and returns the password of {@link #USER}. */
    String prepare() throws IOException {
        var known = Files.exists(passwordFile);
        var password = known ? Files.readString(passwordFile).strip() : Password.make(passwordFile);
        if (!Files.isDirectory(data)) {
            create(password);
        } else if (!known) {
            ServerProcess.of(data).ifPresent(ServerProcess::stop);
            ServerProcess.clear(data);
            user.own(data);
            runAlone(data, List.of(), "alter role %s password '%s';".formatted(USER, password));
        }
        return password;
    }

    /**
     * Under another name until it is complete. The superuser gets no password, so nobody can log in as it; the portal's own role
     * owns its database and nothing else. Nothing is forced to the disk on the way but all of it once, before it gets its name.
     */
    private void create(String password) throws IOException {
        var draft = data.resolveSibling("data.new");
        initialize(draft);
        runAlone(draft, List.of("-F"), """
                create role %1$s login createdb password '%2$s';
                create database %3$s owner %1$s;
                """.formatted(USER, password, DATABASE));
        Programs.run(user.command(List.of(programs.program("initdb"), "--sync-only", "--pgdata=" + draft)));
        Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Collation is PostgreSQL's own everywhere. The character type is the system's, for pg_trgm, which under plain C takes only
     * ASCII for letters and would find nothing in Cyrillic or Japanese; its name differs between systems.
     */
    private void initialize(Path folder) throws IOException {
        for (var types = List.of("C.UTF-8", "UTF-8", "en_US.UTF-8", "C").iterator(); types.hasNext(); ) {
            Trees.delete(folder);
            Files.createDirectory(folder);
            user.own(folder);
            try {
                Programs.run(user.command(List.of(
                        programs.program("initdb"),
                        "--pgdata=" + folder,
                        "--no-sync",
                        "--username=postgres",
                        "--auth=reject",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C",
                        "--lc-ctype=" + types.next())));
                return;
            } catch (IOException e) {
                if (!types.hasNext() || !String.valueOf(e.getMessage()).contains("invalid locale name")) throw e;
            }
        }
    }

    /** Lets a single process without network carry out {@code sql}, one statement a line. */
    private void runAlone(Path folder, List<String> options, String sql) throws IOException {
        var command = new ArrayList<>(List.of(programs.program("postgres"), "--single", "-D", folder.toString()));
        command.addAll(options);
        command.add("postgres");
        Programs.run(user.command(command), sql.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a running server is ours (it knows the password) and runs as it would if we started it. */
    boolean mayAdopt(ServerProcess running, String password) throws IOException {
        var current = data.resolve(Settings.FILE);
        if (!Files.exists(current) || !Files.readString(current).equals(Settings.text(running.port()))) return false;
        var url = "jdbc:postgresql://127.0.0.1:%d/%s?connectTimeout=5&socketTimeout=5"
                .formatted(running.port(), DATABASE);
        try (var connection = DriverManager.getConnection(url, USER, password)) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Starts the server and waits until it answers. */
    ServerProcess start(int port) throws IOException {
        Settings.write(data, port);
        user.own(data);
        var log = data.resolve("start.log");
        Files.deleteIfExists(log);
        try {
            Programs.run(user.command(List.of(
                    programs.program("pg_ctl"),
                    "start",
                    "--wait",
                    "--timeout=120",
                    "--pgdata=" + data,
                    "--log=" + log)));
        } catch (IOException e) {
            if (!FreePort.isFree(port)) throw new PortTaken(port);
            var said = Files.exists(log) ? Files.readString(log) : "";
            throw new IOException("%s %s".formatted(e.getMessage(), said.strip()), e);
        }
        return ServerProcess.of(data).orElseThrow(() -> new IOException("the server has ended again; see " + log));
    }
}
