package perennial.database;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Which PostgreSQL the portal uses.
 *
 * @param url {@code jdbc:postgresql:…}; absent: the portal starts a server of its own
 * @param username with {@code url} only
 * @param password with {@code url} only
 * @param pool connections at most, at least 4
 * @param folder where a server of our own keeps its data
 * @param tools where its programs are unpacked
 */
@Validated
@ConfigurationProperties("perennial.database")
record DatabaseProperties(
        @Nullable @Pattern(regexp = "jdbc:postgresql:.+", message = "must start with jdbc:postgresql:")
        String url,

        @Nullable String username,
        @Nullable String password,
        @Min(4) @Max(1000) int pool,
        @NotNull Path folder,
        @NotNull Path tools) {

    DatabaseProperties {
        if (url != null && url.isBlank()) url = null;
    }

    @AssertTrue(message = "username and password belong to perennial.database.url, which is not set")
    boolean isUserWithUrl() {
        return url != null || (username == null && password == null);
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "DatabaseProperties[url=%s, username=%s, pool=%d, folder=%s, tools=%s]"
                .formatted(url, username, pool, folder, tools);
    }
}
