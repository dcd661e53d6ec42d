package perennial.storage;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where blobs lie.
 *
 * @param folder made when absent; its file system must rename atomically
 * @param accel the location under which an nginx in front has {@code folder} for internal use, e.g. {@code /_blobs}; absent:
 *     the portal sends all bytes itself
 */
@Validated
@ConfigurationProperties("perennial.storage")
record StorageProperties(
        @NotNull Path folder,

        @Nullable
        @Pattern(regexp = "(/[A-Za-z0-9._-]+)+", message = "must be a path of an nginx location, such as /_blobs")
        String accel) {
    StorageProperties {
        if (accel != null && accel.isBlank()) accel = null;
    }
}
