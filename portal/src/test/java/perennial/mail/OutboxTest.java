package perennial.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.PortalTest;

class OutboxTest extends PortalTest {
    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    Outbox outbox;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        SERVER.start();
        properties.add("perennial.mail.host", () -> "127.0.0.1");
        properties.add("perennial.mail.port", () -> SERVER.getSmtp().getPort());
        properties.add("perennial.mail.from", () -> "video@example.org");
        properties.add("perennial.mail.attempts", () -> 2);
        properties.add("perennial.mail.first-retry", () -> "200ms");
    }

    @BeforeEach
    void running() {
        if (!SERVER.getSmtp().isAlive()) SERVER.start();
    }

    @AfterEach
    void empty() {
        SERVER.reset();
    }

    @Test
    void sendsAMailOnceHoweverOftenItIsQueued() throws Exception {
        outbox.queue(new Mail("greeting 1", "tomas@example.org", "Grüße", "Your link:\nhttp://example.org/ä"));
        outbox.queue(new Mail("greeting 1", "tomas@example.org", "Grüße", "again"));

        await().atMost(SOON).until(() -> state("greeting 1").equals("SENT"));
        var mail = SERVER.getReceivedMessages()[0];
        assertThat(SERVER.getReceivedMessages()).hasSize(1);
        assertThat(mail.getSubject()).isEqualTo("Grüße");
        assertThat(mail.getContent().toString()).contains("http://example.org/ä");
        assertThat(mail.getMessageID()).isEqualTo(messageId("greeting 1"));
    }

    @Test
    void sendsNothingWhenTheTransactionRollsBack() {
        transaction.executeWithoutResult(status -> {
            outbox.queue(new Mail("greeting 2", "tomas@example.org", "Hello", "Hello"));
            status.setRollbackOnly();
        });

        assertThat(jdbc.sql("select count(*) from outbox_mail where key = 'greeting 2'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void parksAMailAfterTheLastAttemptWithTheReasonAndSendsItWhenAskedAgain() {
        SERVER.stop();
        outbox.queue(new Mail("greeting 3", "tomas@example.org", "Hello", "Hello"));

        await().atMost(SOON).until(() -> state("greeting 3").equals("FAILED"));
        assertThat(jdbc.sql("select attempts || ' ' || reason from outbox_mail where key = 'greeting 3'")
                        .query(String.class)
                        .single())
                .startsWith("2 ")
                .containsIgnoringCase("refused");
    }

    private String state(String key) {
        return column("state", key);
    }

    private String messageId(String key) {
        return column("message_id", key);
    }

    private String column(String column, String key) {
        return jdbc.sql("select " + column + " from outbox_mail where key = :key")
                .param("key", key)
                .query(String.class)
                .single();
    }
}
