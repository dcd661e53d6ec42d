package perennial.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
    private static final String CONTEXT = "zoom_connection/7/clientSecret";

    @TempDir
    Path home;

    @Test
    void opensWhatItSealed() {
        var sealed = vault().seal(CONTEXT, "pa\u00dfword \ud83d\udd11");

        assertThat(vault().open(CONTEXT, sealed)).isEqualTo("pa\u00dfword \ud83d\udd11");
    }

    @Test
    void sealsDifferentlyEachTimeAndShowsNothing() {
        var vault = vault();

        assertThat(vault.seal(CONTEXT, "secret"))
                .isNotEqualTo(vault.seal(CONTEXT, "secret"))
                .doesNotContain("secret");
        assertThat(vault.seal(CONTEXT, "")).matches("v1\\.[0-9a-f]{8}\\.[A-Za-z0-9+/]+=*");
    }

    @Test
    void refusesASecretMovedToAnotherPlace() {
        var vault = vault();
        var sealed = vault.seal(CONTEXT, "secret");

        assertThatThrownBy(() -> vault.open("zoom_connection/8/clientSecret", sealed))
                .isInstanceOf(CannotOpen.class)
                .hasMessageContaining("belongs to another place");
    }

    @Test
    void refusesAChangeInAnyByte() {
        var vault = vault();
        var sealed = vault.seal(CONTEXT, "secret");
        var start = sealed.lastIndexOf('.') + 1;
        var bytes = Base64.getDecoder().decode(sealed.substring(start));

        for (var i = 0; i < bytes.length; i++) {
            var changed = bytes.clone();
            changed[i] ^= 1;
            var text = sealed.substring(0, start) + Base64.getEncoder().encodeToString(changed);
            assertThatThrownBy(() -> vault.open(CONTEXT, text)).isInstanceOf(CannotOpen.class);
        }
    }

    @Test
    void refusesWhatItNeverSealed() {
        var vault = vault();
        var sealed = vault.seal(CONTEXT, "secret");

        for (var text : new String[] {"", "plain", "v2" + sealed.substring(2), sealed.substring(0, 20), sealed + "!"}) {
            assertThatThrownBy(() -> vault.open(CONTEXT, text)).isInstanceOf(CannotOpen.class);
        }
    }

    @Test
    void saysSoWhenTheKeyIsAnother() {
        var sealed = vault().seal(CONTEXT, "secret");
        var other = new Vault(new SecretsProperties(home, key(32), null, null));

        assertThatThrownBy(() -> other.open(CONTEXT, sealed)).hasMessageContaining("sealed under key");
    }

    /** C6. */
    @Test
    void opensWithAKeyOfBeforeAndSealsWithTodays() {
        var before = key(32);
        var sealed = new Vault(new SecretsProperties(home, before, null, null)).seal(CONTEXT, "secret");
        var today =
                new SecretText(Base64.getEncoder().encodeToString("a key of exactly thirty-two byte".getBytes(UTF_8)));
        var vault = new Vault(new SecretsProperties(home, today, null, List.of(before)));

        assertThat(vault.open(CONTEXT, sealed)).isEqualTo("secret");
        assertThat(vault.outdated(sealed)).isTrue();
        assertThat(vault.outdated(vault.seal(CONTEXT, "secret"))).isFalse();
        assertThatThrownBy(() -> new Vault(new SecretsProperties(home, before, null, null))
                        .open(CONTEXT, vault.seal(CONTEXT, "secret")))
                .isInstanceOf(CannotOpen.class);
        assertThatThrownBy(() -> new Vault(new SecretsProperties(home, today, null, List.of(key(8)))))
                .hasMessageContaining("perennial.secret-keys-old holds 8 bytes");
    }

    @Test
    void makesTheKeyOnceForTheOwnerAlone() throws IOException {
        vault();
        var file = home.resolve("secret-key");
        var first = Files.readString(file);
        vault();

        assertThat(Files.readString(file)).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void takesTheKeyFromTheConfigurationOrAFile() throws IOException {
        var key = key(32);
        var file = Files.writeString(home.resolve("mine"), key.value() + "\n");
        var sealed = new Vault(new SecretsProperties(home, key, null, null)).seal(CONTEXT, "secret");

        assertThat(new Vault(new SecretsProperties(home, null, file, null)).open(CONTEXT, sealed))
                .isEqualTo("secret");
        assertThat(home.resolve("secret-key")).doesNotExist();
    }

    @Test
    void namesTheSettingOfAKeyThatCannotBe() {
        var absent = home.resolve("absent");

        assertRefused(key(16), null, "perennial.secret-key holds 16 bytes");
        assertRefused(new SecretText("not base64!"), null, "perennial.secret-key is not base64");
        assertRefused(null, absent, "perennial.secret-key-file names " + absent);
    }

    @Test
    void secretsPrintAsStars() {
        assertThat(new SecretText("secret")).hasToString("***");
        assertThat(new SecretsProperties(home, new SecretText("secret"), null, null).toString())
                .doesNotContain("secret,");
    }

    private void assertRefused(@Nullable SecretText key, @Nullable Path file, String sentence) {
        assertThatThrownBy(() -> new Vault(new SecretsProperties(home, key, file, null)))
                .isInstanceOf(BadSecretKey.class)
                .hasMessageContaining(sentence);
    }

    private static SecretText key(int bytes) {
        return new SecretText(Base64.getEncoder().encodeToString(new byte[bytes]));
    }

    private Vault vault() {
        return new Vault(new SecretsProperties(home, null, null, null));
    }
}
