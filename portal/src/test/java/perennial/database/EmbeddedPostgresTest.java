package perennial.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    @TempDir
    static Path prepared;

    @TempDir
    Path folder;

    /** Making a data folder takes seconds, copying one does not. */
    @BeforeAll
    static void prepareOnce() {
        EmbeddedPostgres.start(prepared, TestServer.TOOLS).close();
    }

    @BeforeEach
    void copyPrepared() throws IOException {
        try (var all = Files.walk(prepared)) {
            for (var from : all.skip(1).toList()) {
                Files.copy(from, folder.resolve(prepared.relativize(from)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    @Test
    void writesEveryCommitToTheDiskAndListensOnThisMachineOnly() throws Exception {
        try (var server = start();
                var connection = connect(server)) {
            assertThat(setting(connection, "fsync")).isEqualTo("on");
            assertThat(setting(connection, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(connection, "full_page_writes")).isEqualTo("on");
            assertThat(setting(connection, "data_checksums")).isEqualTo("on");
            assertThat(setting(connection, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(setting(connection, "server_encoding")).isEqualTo("UTF8");
            assertThat(setting(connection, "server_version")).isEqualTo(PostgresPrograms.VERSION);
        }
    }

    @Test
    void findsTrigramsInEveryScript() throws Exception {
        try (var server = start();
                var connection = connect(server);
                var statement = connection.createStatement()) {
            statement.execute("create extension pg_trgm");
            statement.execute("create extension unaccent");
            try (var row = statement.executeQuery("select cardinality(show_trgm('привет')), unaccent('Ünter')")) {
                row.next();
                assertThat(row.getInt(1)).isGreaterThan(4);
                assertThat(row.getString(2)).isEqualTo("Unter");
            }
        }
    }

    @Test
    void letsNobodyInWithoutThePassword() throws Exception {
        try (var server = start()) {
            assertThatThrownBy(() -> DriverManager.getConnection(server.url(), server.username(), "guess"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> DriverManager.getConnection(server.url(), "postgres", ""))
                    .isInstanceOf(SQLException.class);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void keepsItsDataFromStartToStart() throws Exception {
        try (var server = start()) {
            write(server, "kept");
        }
        try (var server = start()) {
            assertThat(server.adopted()).isFalse();
            assertThat(read(server)).isEqualTo("kept");
        }
    }

    @Test
    void survivesTheKillOfItsPortalAndIsAdoptedByTheNext() throws Exception {
        var portal = PortalToKill.start(folder);
        portal.kill();

        try (var server = start()) {
            assertThat(server.adopted()).isTrue();
            assertThat(read(server)).isEqualTo("committed");
        }
        assertThat(ServerProcess.of(folder.toRealPath().resolve("data"))).isEmpty();
    }

    @Test
    void recoversWhenTheServerItselfWasKilled() throws Exception {
        var server = start();
        write(server, "committed");
        ProcessHandle.of(server.pid()).orElseThrow().destroyForcibly();
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        ServerProcess.of(folder.toRealPath().resolve("data")).isEmpty());
        server.close();

        try (var again = start()) {
            assertThat(read(again)).isEqualTo("committed");
        }
    }

    @Test
    void replacesAServerWhosePasswordIsLost() throws Exception {
        PortalToKill.start(folder).kill();
        Files.delete(folder.resolve("password"));

        try (var server = start()) {
            assertThat(server.adopted()).isFalse();
            assertThat(read(server)).isEqualTo("committed");
        }
    }

    @Test
    void takesAnotherPortWhenTheFirstIsTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            var ports = new ArrayDeque<>(List.of(taken.getLocalPort(), FreePort.find()));
            try (var server = EmbeddedPostgres.start(folder, TestServer.TOOLS, ports::remove)) {
                assertThat(server.url()).doesNotContain(":" + taken.getLocalPort() + "/");
                assertThat(ports).isEmpty();
            }
        }
    }

    @Test
    void refusesASecondPortalOnTheSameFolder() {
        try (var first = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(DatabaseUnusable.class)
                    .hasMessageContaining("Another portal is running on the data folder");
            assertThat(first.adopted()).isFalse();
        }
    }

    @Test
    void runsUnderRootByEachWayThatWorksHere() throws IOException {
        Assumptions.assumeThat(new UnixSystem().getUid())
                .as("these tests run as root")
                .isZero();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        var programs = PostgresPrograms.in(TestServer.TOOLS);
        var ways = PostgresUser.waysAroundRoot().stream()
                .filter(way -> way.works(programs))
                .toList();

        assertThat(ways).isNotEmpty();
        for (var way : ways) {
            var cluster = new Cluster(folder.toRealPath(), programs, way);
            var password = cluster.prepare();
            var server = cluster.start(FreePort.find());
            assertThat(cluster.mayAdopt(server, password))
                    .as(way.prefix().toString())
                    .isTrue();
            server.stop();
            assertThat(ServerProcess.of(cluster.data())).isEmpty();
        }
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(folder, TestServer.TOOLS);
    }

    static void write(EmbeddedPostgres server, String text) throws SQLException {
        try (var connection = connect(server);
                var statement = connection.createStatement()) {
            statement.execute("create table note (words text)");
            statement.execute("insert into note values ('%s')".formatted(text));
        }
    }

    private static String read(EmbeddedPostgres server) throws SQLException {
        try (var connection = connect(server);
                var statement = connection.createStatement();
                var row = statement.executeQuery("select words from note")) {
            row.next();
            return row.getString(1);
        }
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("show " + name)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Connection connect(EmbeddedPostgres server) throws SQLException {
        return DriverManager.getConnection(server.url(), server.username(), server.password());
    }
}
