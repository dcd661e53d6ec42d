package perennial.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import perennial.PortalTest;

/** C6: what happens to the secrets in the database when the key is changed. */
class ResealerTest extends PortalTest {
    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Vault before;

    @Autowired
    private List<SealedPlace> places;

    @Value("${perennial.home}")
    private Path home;

    @Test
    void sealsEverySecretUnderTheNewKeyAndLeavesWhatItCannotOpen() throws IOException {
        var old = new SecretText(Files.readString(home.resolve("secret-key")));
        var today = key("a key of exactly thirty-two byte");
        var one = connection("one", Map.of("clientSecret", "first", "webhookSecret", "second"));
        var foreign = new Vault(new SecretsProperties(home, key("one that nobody remembers at all"), null, null));
        var lost = connection("two", Map.of("clientSecret", "third"));
        var unknown = foreign.seal("zoom_connection/%s/clientSecret".formatted(lost), "fourth");
        jdbc.sql("update zoom_connection set client_secret = :text where id = cast(:id as uuid)")
                .param("text", unknown)
                .param("id", lost)
                .update();
        var vault = new Vault(new SecretsProperties(home, today, null, List.of(old)));

        assertThat(new Resealer(vault, places).reseal()).isEqualTo(1);

        var alone = new Vault(new SecretsProperties(home, today, null, null));
        assertThat(alone.open(context(one, "clientSecret"), column(one, "client_secret")))
                .isEqualTo("first");
        assertThat(alone.open(context(one, "webhookSecret"), column(one, "webhook_secret")))
                .isEqualTo("second");
        assertThat(column(lost, "client_secret")).isEqualTo(unknown);
        var sealed = column(one, "client_secret");
        new Resealer(vault, places).reseal();
        assertThat(column(one, "client_secret")).as("sealed once").isEqualTo(sealed);
    }

    private String connection(String account, Map<String, String> secrets) {
        var id = UUID.randomUUID().toString();
        var sealed = new HashMap<String, String>();
        secrets.forEach((name, plain) -> sealed.put(name, before.seal(context(id, name), plain)));
        jdbc.sql("""
                        insert into zoom_connection (id, name, auth, zoom_account, account_id, client_id, client_secret,
                            webhook_secret, oauth_url, api_url, fetch_from, created_at, changed_at)
                        values (cast(:id as uuid), 'Sealed', 'server-to-server', :account, :account, 'client', :client,
                            :webhook, 'http://127.0.0.1:1', 'http://127.0.0.1:1/v2', '2026-01-01', now(), now())""")
                .param("id", id)
                .param("account", "reseal-" + account)
                .param("client", sealed.get("clientSecret"))
                .param("webhook", sealed.get("webhookSecret"))
                .update();
        return id;
    }

    private static String context(String id, String name) {
        return "zoom_connection/%s/%s".formatted(id, name);
    }

    private String column(String id, String column) {
        return jdbc.sql("select %s from zoom_connection where id = cast(:id as uuid)".formatted(column))
                .param("id", id)
                .query(String.class)
                .single();
    }

    private static SecretText key(String thirtyTwoBytes) {
        return new SecretText(Base64.getEncoder().encodeToString(thirtyTwoBytes.getBytes(UTF_8)));
    }
}
