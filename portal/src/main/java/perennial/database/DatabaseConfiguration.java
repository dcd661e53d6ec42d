package perennial.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Opens the connection pool, and before it the embedded server when no other is configured. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    /** For a connection to get free, or a database that is away to come back; then whoever asked is told so. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    /** For an answer to a statement. A server that stands still holds its connections open, and would hold whoever asks. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    /** Closed after the pool, which depends on it. */
    @Bean(destroyMethod = "close")
    DatabaseServer databaseServer(EarlyStart early, DatabaseProperties properties) {
        if (properties.url() != null) {
            return new ExternalServer(properties.url(), properties.username(), properties.password());
        }
        return early.server().orElseGet(() -> EmbeddedPostgres.start(properties.folder(), properties.tools()));
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(DatabaseServer server, DatabaseProperties properties) {
        RequiredDatabase.check(server);
        var config = new HikariConfig();
        config.setPoolName("database");
        config.setJdbcUrl(server.url());
        config.setUsername(server.username());
        config.setPassword(server.password());
        config.setMaximumPoolSize(properties.pool());
        config.setMinimumIdle(2);
        config.setConnectionTimeout(LONGEST_WAIT.toMillis());
        config.addDataSourceProperty("ApplicationName", "perennial");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("socketTimeout", String.valueOf(LONGEST_SILENCE.toSeconds()));
        return new HikariDataSource(config);
    }

    /** For migrations, whose statements may take as long as they need. */
    @Bean(defaultCandidate = false)
    @FlywayDataSource
    @DependsOn("dataSource") // which says in a sentence what is wrong with the server
    DataSource migrationSource(DatabaseServer server) {
        return new DriverManagerDataSource(server.url(), server.login());
    }
}
