package perennial.secrets;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where the key of all secrets comes from: given here, or in a file named here, or made once in the data folder.
 *
 * @param home the data folder
 * @param secretKey 32 bytes in base64
 * @param secretKeyFile a file that holds just that
 * @param secretKeysOld keys of before, each 32 bytes in base64: they open what was sealed under them, and seal nothing
 */
@Validated
@ConfigurationProperties("perennial")
record SecretsProperties(
        @NotNull Path home,
        @Nullable SecretText secretKey,
        @Nullable Path secretKeyFile,
        @Nullable List<SecretText> secretKeysOld) {

    List<SecretText> old() {
        return secretKeysOld == null ? List.of() : secretKeysOld;
    }
}
