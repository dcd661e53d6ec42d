package perennial.hooks;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import perennial.secrets.SealedPlace;
import perennial.secrets.Vault;

/** The secrets of webhooks, sealed in their rows. They leave this class only for a signature. */
@Repository
class WebhookSecrets implements SealedPlace {
    private final JdbcClient jdbc;
    private final Vault vault;

    WebhookSecrets(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    String seal(WebhookId webhook, HookSecret secret) {
        return vault.seal(context(webhook), secret.text());
    }

    HookSecret open(WebhookId webhook) {
        var sealed = jdbc.sql("select secret from webhook where id = :id")
                .param("id", webhook.value())
                .query(String.class)
                .single();
        return new HookSecret(vault.open(context(webhook), sealed));
    }

    @Override
    public List<Sealed> all() {
        return jdbc.sql("select id, secret from webhook")
                .query((row, number) ->
                        new Sealed(context(new WebhookId(row.getObject("id", UUID.class))), row.getString("secret")))
                .list();
    }

    @Override
    public void replace(Sealed old, String fresh) {
        jdbc.sql("update webhook set secret = :fresh where id = :id and secret = :old")
                .param("fresh", fresh)
                .param("old", old.text())
                .param("id", UUID.fromString(old.context().split("/", -1)[1]))
                .update();
    }

    private static String context(WebhookId webhook) {
        return "webhook/%s/secret".formatted(webhook);
    }
}
