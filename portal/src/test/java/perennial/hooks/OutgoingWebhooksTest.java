package perennial.hooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.PortalTest;
import perennial.library.LibraryFixture;
import perennial.library.MediaChanges;
import perennial.library.Wish;
import perennial.people.ApiTokens;
import perennial.people.Person;
import perennial.people.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Webhooks that go out, to a receiver on this machine. */
@Import(LibraryFixture.class)
class OutgoingWebhooksTest extends PortalTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private LibraryFixture fixture;

    @Autowired
    private MediaChanges changes;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private final Receiver receiver = new Receiver();
    private Person manager;
    private Person author;
    private String secret = "";

    @BeforeEach
    void somebody() {
        manager = fixture.person(Role.MANAGER);
        author = fixture.person(Role.CONTRIBUTOR);
    }

    @AfterEach
    void nobodyIsTold() {
        jdbc.sql("delete from webhook").update();
        receiver.close();
    }

    @Test
    void tellsOfAPublishedVideoWithASignatureThatTheReceiverCanCheck() throws Exception {
        make("media.published");

        var id = fixture.add(author, Wish.PUBLISHED, "Planning <1>");

        var message = messages(1).getFirst();
        assertThat(message.id()).startsWith("msg_");
        assertThat(message.type()).startsWith("application/json");
        assertThat(Instant.ofEpochSecond(Long.parseLong(message.timestamp())))
                .isBetween(Instant.now().minusSeconds(300), Instant.now().plusSeconds(300));
        assertThat(message.signature()).isEqualTo("v1," + hmac(message));
        var body = JSON.readTree(message.body());
        assertThat(body.path("type").asString()).isEqualTo("media.published");
        assertThat(body.path("data").propertyNames()).containsExactlyInAnyOrder("id", "title", "link");
        assertThat(body.at("/data/id").asString()).isEqualTo(id.toString());
        assertThat(body.at("/data/title").asString()).isEqualTo("Planning <1>");
        assertThat(body.at("/data/link").asString()).endsWith("/watch/" + id);
    }

    @Test
    void tellsNothingOfWhatIsNotPublishedAndOneThingOfEachStep() throws Exception {
        var webhook = make("media.published", "media.updated", "media.withdrawn", "media.deleted");

        var id = fixture.add(author, Wish.DRAFT, "Planning");
        fixture.describe(id, author, "Still a draft", "");
        assertThat(events(webhook)).isEmpty();
        changes.publish(id, author);
        messages(1);
        fixture.describe(id, author, "Public", "");
        messages(2);
        changes.returnToDraft(id, author);
        fixture.describe(id, author, "Not public", "");
        messages(3);
        fixture.describe(id, author, "Public again", "");
        changes.publish(id, author);
        messages(4);
        changes.bin(id, author);
        messages(5);
        changes.restore(id, author);

        assertThat(events(webhook))
                .containsExactly(
                        "media.published",
                        "media.updated",
                        "media.withdrawn",
                        "media.published",
                        "media.deleted",
                        "media.published");
        assertThat(messages(6).toString()).contains("Public again").doesNotContain("Not public");
    }

    @Test
    void tellsOfManyChangesOnceWhileTheFirstWaits() throws Exception {
        var webhook = make("media.updated");
        var id = fixture.add(author, Wish.PUBLISHED, "Planning");

        transaction.executeWithoutResult(status -> {
            fixture.describe(id, author, "Planning, second", "");
            fixture.describe(id, author, "Planning, third", "");
        });

        assertThat(events(webhook)).containsExactly("media.updated");
        assertThat(messages(1).getFirst().body()).contains("Planning, third");
    }

    @Test
    void tellsNoMoreOfWhatWasTakenBackMeanwhile() throws Exception {
        var webhook = make("media.published");
        var id = fixture.add(author, Wish.DRAFT, "Said too early");

        transaction.executeWithoutResult(status -> {
            changes.publish(id, author);
            changes.returnToDraft(id, author);
        });

        var line = ended(webhook);
        assertThat(line.path("state").asString()).isEqualTo("dropped");
        assertThat(receiver.messages()).isEmpty();
    }

    @Test
    void tellsThatThereIsACommentAndNotWhatItSays() throws Exception {
        make("comment.added");
        var id = fixture.add(author, Wish.PUBLISHED, "Planning");

        call("POST", "/api/v1/media/" + id + "/comments", "{\"text\": \"between us\"}", fixture.token(author));

        var data = JSON.readTree(messages(1).getFirst().body()).path("data");
        assertThat(data.path("id").asString()).isEqualTo(id.toString());
        assertThat(data.path("comment").asString()).isNotEmpty();
        assertThat(data.toString()).doesNotContain("between us");
    }

    @Test
    void sendsAgainUntilItIsTaken() throws Exception {
        var webhook = make("media.published");
        receiver.answer(500, 302);

        fixture.add(author, Wish.PUBLISHED, "Planning");

        var sent = messages(3);
        assertThat(sent)
                .extracting(Receiver.Message::id)
                .containsOnly(sent.getFirst().id());
        assertThat(sent)
                .extracting(Receiver.Message::body)
                .containsOnly(sent.getFirst().body());
        assertThat(sent).extracting(Receiver.Message::path).containsOnly("/hook"); // no redirect is followed
        var line = ended(webhook);
        assertThat(line.path("state").asString()).isEqualTo("delivered");
        assertThat(line.path("attempts").asInt()).isEqualTo(3);
        assertThat(line.path("status").asInt()).isEqualTo(204);
        assertThat(line.path("duration").isNumber()).isTrue();
        assertThat(one(webhook).path("failingSince").isNull()).isTrue();
    }

    @Test
    void givesUpAfterTheLastAttemptAndSendsTheSameWhenAskedTo() throws Exception {
        var webhook = make("media.published");
        receiver.answer(500, 500, 503);

        fixture.add(author, Wish.PUBLISHED, "Planning");

        var line = ended(webhook);
        assertThat(line.path("state").asString()).isEqualTo("failed");
        assertThat(line.path("reason").asString()).isEqualTo("It answered 503");
        assertThat(one(webhook).path("failingSince").isNull()).isFalse();
        var again = "/deliveries/" + line.path("id").asString() + "/again";
        assertThat(ask("POST", webhook + again, null).statusCode()).isEqualTo(202);
        var sent = messages(4);
        assertThat(sent.getLast().id()).isEqualTo(sent.getFirst().id());
        assertThat(sent.getLast().body()).isEqualTo(sent.getFirst().body());
        await().until(() -> one(webhook).path("failingSince").isNull());
    }

    @Test
    void switchesOffWhatHasTakenNothingForDays() throws Exception {
        var webhook = make("media.published");
        jdbc.sql("update webhook set failing_since = now() - interval '6 days'").update();
        receiver.answer(500);

        fixture.add(author, Wish.PUBLISHED, "Planning");

        await().until(() -> !one(webhook).path("enabled").asBoolean());
        assertThat(one(webhook).path("note").asString()).contains("6 days", "It answered 500");
        assertThat(audited()).contains("settings.webhook-switched-off");
        await().until(() -> ended(webhook).path("reason").asString().equals("This webhook is switched off"));
        fixture.add(author, Wish.PUBLISHED, "Nobody is told");
        assertThat(events(webhook)).hasSize(1);
        patch(webhook, Map.of("enabled", true));
        fixture.add(author, Wish.PUBLISHED, "Told again");
        messages(2);
    }

    @Test
    void switchesOffWhereTheReceiverWantsNoMore() throws Exception {
        var webhook = make("media.published");
        receiver.answer(410);

        fixture.add(author, Wish.PUBLISHED, "Planning");

        await().until(() -> !one(webhook).path("enabled").asBoolean());
        assertThat(ended(webhook).path("attempts").asInt()).isEqualTo(1);
    }

    @Test
    void saysThatASecretDoesNotOpen() throws Exception {
        var webhook = make("media.published");
        jdbc.sql("update webhook set secret = 'v1.00000000.AAAA'").update();

        fixture.add(author, Wish.PUBLISHED, "Planning");

        assertThat(ended(webhook).path("reason").asString()).contains("cannot be opened");
        assertThat(receiver.messages()).isEmpty();
    }

    @Test
    void triesATestOnceAlsoWhereItIsOff() throws Exception {
        var webhook = make("media.published");
        patch(webhook, Map.of("enabled", false));
        receiver.answer(500);

        assertThat(ask("POST", webhook + "/test", null).statusCode()).isEqualTo(202);

        assertThat(ended(webhook).path("state").asString()).isEqualTo("failed");
        assertThat(JSON.readTree(messages(1).getFirst().body()).path("type").asString())
                .isEqualTo("webhook.test");
    }

    @Test
    void showsTheSecretOnceAndKeepsItSealed() throws Exception {
        var webhook = make("media.published");

        assertThat(secret).startsWith("whsec_");
        assertThat(one(webhook).has("secret")).isFalse();
        assertThat(jdbc.sql("select secret from webhook").query(String.class).single())
                .startsWith("v1.")
                .doesNotContain(secret.substring(6));
        assertThat(audited()).contains("settings.webhook-made").doesNotContain(secret);
        ask("DELETE", webhook, null);
        assertThat(audited()).contains("settings.webhook-deleted");
    }

    @Test
    void listsEachMessageOnceAlsoOfOneMoment() throws Exception {
        var webhook = make("media.published");
        jdbc.sql("""
                        insert into webhook_delivery (id, webhook, message, event, subject, detail, state, created_at, ended_at)
                        select gen_random_uuid(), ?::uuid, 'msg_' || n, 'media.published', 'gone', '', 'DROPPED', now(), now()
                        from generate_series(1, 120) n""").param(webhook.substring(webhook.lastIndexOf('/') + 1)).update();

        var seen = new ArrayList<String>();
        var next = "";
        do {
            var page = JSON.readTree(
                    ask("GET", webhook + "/deliveries?cursor=" + next, null).body());
            page.path("items").forEach(line -> seen.add(line.path("message").asString()));
            next = page.path("next").asString("");
        } while (!next.isEmpty());

        assertThat(seen).hasSize(120).doesNotHaveDuplicates();
    }

    @Test
    void isForManagersAndTokensThatMayDoDangerousThings() throws Exception {
        var body = body(receiver.url(), "media.published");
        var writes = tokens.make(manager, manager.id(), "w", java.util.Set.of("write"), null)
                .token();

        assertThat(call("GET", "/api/v1/webhooks", null, fixture.token(author)).statusCode())
                .isEqualTo(403);
        assertThat(call("POST", "/api/v1/webhooks", body, writes).statusCode()).isEqualTo(403);
        assertThat(call("GET", "/api/v1/webhooks", null, writes).statusCode()).isEqualTo(200);
        assertThat(call("POST", "/api/v1/webhooks", body(receiver.url(), "media.eaten"), fixture.token(manager))
                        .body())
                .contains("invalid-events");
        assertThat(call(
                                "POST",
                                "/api/v1/webhooks",
                                body("ftp://example.org", "media.published"),
                                fixture.token(manager))
                        .body())
                .contains("invalid-address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/hook",
                "https://localhost/hook",
                "https://127.0.0.1/hook",
                "https://[::1]/hook",
                "https://10.1.2.3/hook",
                "https://169.254.169.254/latest",
                "https://somebody:secret@example.org/hook",
                "https:///hook",
                "example.org/hook",
                "javascript:alert(1)",
            })
    void refusesAddressesThatLeadNowhereOrInside(String address) {
        assertThat(HookAddress.objection(address, false)).isNotEmpty();
    }

    /** A name may lead anywhere by the time something is sent. */
    @Test
    void sendsNothingInside() throws Exception {
        var strict = new HookSender(
                new HooksProperties(List.of(Duration.ofSeconds(1)), Duration.ofSeconds(5), Duration.ofDays(5), false));

        var attempt = strict.send(receiver.url(), "msg_1", Instant.now(), "{}", HookSecret.random());

        assertThat(attempt.taken()).isFalse();
        assertThat(attempt.reason()).contains("inside the network");
        assertThat(receiver.messages()).isEmpty();
        strict.destroy();
    }

    /** Its path in the API. */
    private String make(String... events) throws Exception {
        var made = JSON.readTree(call("POST", "/api/v1/webhooks", body(receiver.url(), events), fixture.token(manager))
                .body());
        secret = made.path("secret").asString();
        return "/api/v1/webhooks/" + made.path("id").asString();
    }

    private static String body(String address, String... events) {
        return JSON.writeValueAsString(Map.of("address", address, "events", List.of(events)));
    }

    private HttpResponse<String> ask(String method, String path, @Nullable String body) throws Exception {
        return call(method, path, body, fixture.token(manager));
    }

    private void patch(String path, Map<String, Object> change) throws Exception {
        assertThat(ask("PATCH", path, JSON.writeValueAsString(change)).statusCode())
                .isEqualTo(200);
    }

    private JsonNode one(String webhook) throws Exception {
        return JSON.readTree(ask("GET", webhook, null).body());
    }

    /** The log, the oldest first. */
    private List<JsonNode> log(String webhook) throws Exception {
        return JSON.readTree(ask("GET", webhook + "/deliveries", null).body())
                .path("items")
                .valueStream()
                .toList()
                .reversed();
    }

    private List<String> events(String webhook) throws Exception {
        return log(webhook).stream().map(line -> line.path("event").asString()).toList();
    }

    /** The first line of the log, once it is over. */
    private JsonNode ended(String webhook) throws Exception {
        await().until(() -> !log(webhook).getFirst().path("endedAt").isNull());
        return log(webhook).getFirst();
    }

    private List<Receiver.Message> messages(int count) {
        await().until(() -> receiver.messages().size() >= count);
        return List.copyOf(receiver.messages());
    }

    private String audited() throws Exception {
        return ask("GET", "/api/v1/audit?area=settings", null).body();
    }

    /** As a receiver does it, without any of our code. */
    private String hmac(Receiver.Message message) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        var signed = message.id() + "." + message.timestamp() + "." + message.body();
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
    }
}
