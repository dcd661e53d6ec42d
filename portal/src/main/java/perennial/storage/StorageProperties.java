package perennial.storage;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where blobs lie.
 *
 * @param folder made when absent; its file system must rename atomically
 */
@Validated
@ConfigurationProperties("perennial.storage")
record StorageProperties(@NotNull Path folder) {}
