package perennial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The configuration alone, without the portal: what an operator may write, and what stops the start. */
class ConfigurationTest {
    @TempDir
    Path home;

    @TestConfiguration(proxyBeanMethods = false)
    @ConfigurationPropertiesScan(basePackageClasses = Perennial.class)
    @Import(UnknownKeys.class)
    static class OnlyConfiguration {}

    @Test
    void hasTheseDefaults() {
        portal().run(context -> {
            assertThat(context).hasNotFailed();
            var keys = context.getEnvironment();
            assertThat(keys.getProperty("server.port")).isEqualTo("8080");
            assertThat(keys.getProperty("server.address")).isEqualTo("0.0.0.0");
            assertThat(keys.getProperty("perennial.database.pool")).isEqualTo("20");
            assertThat(keys.getProperty("perennial.database.folder")).isEqualTo(home + "/postgres");
            assertThat(keys.getProperty("perennial.database.tools")).isEqualTo(home + "/tools");
            assertThat(keys.getProperty("perennial.jobs.run")).isEqualTo("true");
            assertThat(keys.getProperty("perennial.jobs.threads")).isEqualTo("8");
            assertThat(keys.getProperty("perennial.jobs.poll")).isEqualTo("1200ms");
            assertThat(keys.getProperty("perennial.jobs.heartbeat")).isEqualTo("7s");
            assertThat(keys.getProperty("perennial.jobs.stop")).isEqualTo("13s");
            assertThat(keys.getProperty("perennial.search.language")).isEqualTo("english");
            assertThat(keys.getProperty("perennial.storage.folder")).isEqualTo(home + "/blobs");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "perennial.database.pool=1, perennial.database",
        "perennial.database.url=mysql://here, must start with jdbc:postgresql:",
        "perennial.database.password=x, belong to perennial.database.url",
        "perennial.jobs.threads=0, perennial.jobs",
        "perennial.jobs.threads=many, perennial.jobs.threads",
        "perennial.jobs.poll=soon, perennial.jobs.poll",
        "perennial.jobs.thread=4, perennial.jobs.thread is not a setting",
        "perennial.storage.accel=blobs, must be a path of an nginx location",
        "perennial.storage.accel=/blobs/, must be a path of an nginx location",
        "perennial.secret-key-old=x, perennial.secret-key-old is not a setting",
        "perennial.search.language=klingon, must be a language PostgreSQL knows",
        "perennial.nonsense=1, perennial.nonsense is not a setting",
    })
    void stopsTheStartWithASentenceThatNamesTheKey(String setting, String sentence) {
        portal().withPropertyValues(setting)
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining(sentence));
    }

    @Test
    void readsTheFileInTheDataFolder() throws IOException {
        Files.writeString(home.resolve("perennial.yaml"), "perennial:\n  port: 9191\n  jobs:\n    threads: 3\n");

        portal().run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getEnvironment().getProperty("server.port")).isEqualTo("9191");
            assertThat(context.getEnvironment().getProperty("perennial.jobs.threads"))
                    .isEqualTo("3");
        });
    }

    private ApplicationContextRunner portal() {
        return new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withConfiguration(AutoConfigurations.of(
                        ConfigurationPropertiesAutoConfiguration.class, ValidationAutoConfiguration.class))
                .withPropertyValues("perennial.home=" + home)
                .withUserConfiguration(OnlyConfiguration.class);
    }
}
