package perennial.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class EarlyStartTest {
    @TempDir
    Path folder;

    private final EarlyStart early = new EarlyStart();

    @Test
    void handsOverTheServerAndThenLeavesItsEndToTheOwner() throws Exception {
        begin(Map.of());

        try (var server = early.server().orElseThrow()) {
            early.destroy();

            assertThat(((EmbeddedPostgres) server).pid()).matches(EarlyStartTest::alive);
        }
        assertThat(ServerProcess.of(data())).isEmpty();
    }

    @Test
    void stopsAServerThatNobodyAskedFor() throws Exception {
        begin(Map.of());

        early.destroy();

        assertThat(Files.exists(data().resolve("postgresql.conf"))).isTrue();
        assertThat(ServerProcess.of(data())).isEmpty();
    }

    @Test
    void leavesAnOperatorsDatabaseAlone() {
        begin(Map.of("perennial.database.url", "jdbc:postgresql://127.0.0.1:1/none"));

        assertThat(early.server()).isEmpty();
        assertThat(data()).doesNotExist();
    }

    @Test
    void leavesABadSettingToThoseWhoReportIt() {
        begin(Map.of("perennial.database.pool", "many"));

        assertThat(early.server()).isEmpty();
    }

    @Test
    void saysWhyTheServerCannotStart() throws Exception {
        Files.writeString(folder.resolve("postgres"), "a file where the folder should be");
        begin(Map.of());

        assertThatThrownBy(early::server).isInstanceOf(DatabaseUnusable.class);
        early.destroy();
    }

    private void begin(Map<String, Object> more) {
        var settings = new HashMap<String, Object>(more);
        settings.putIfAbsent("perennial.database.pool", "20");
        settings.put("perennial.database.folder", folder.resolve("postgres").toString());
        settings.put("perennial.database.tools", TestServer.TOOLS.toString());
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        var beans = new DefaultListableBeanFactory();
        beans.registerSingleton("environment", environment);
        early.postProcessBeanFactory(beans);
    }

    private Path data() {
        return folder.resolve("postgres/data");
    }

    private static boolean alive(long pid) {
        return ProcessHandle.of(pid).isPresent();
    }
}
