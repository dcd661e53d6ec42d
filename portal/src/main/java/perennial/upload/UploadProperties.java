package perennial.upload;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where uploads are worked on.
 *
 * @param scratch folder for videos while they are made playable; emptied as soon as they are stored
 */
@Validated
@ConfigurationProperties("perennial.upload")
record UploadProperties(@NotNull Path scratch) {}
