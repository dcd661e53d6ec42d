package perennial.zoom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignatureTest {
    private static final String BODY = "{\"event\":\"recording.completed\",  \"event_ts\":1}";
    private static final String TIME = "1774864800";

    private final WebhookSignature signature = new WebhookSignature("webhook-secret");

    /** Made with {@code printf 'v0:1774864800:…' | openssl dgst -sha256 -hmac webhook-secret}. */
    private static final String RIGHT = "v0=65053bdf85bffdb7311c477c062809c3aea534273b4f87711e2cc16d55dfbb10";

    @Test
    void knowsWhatZoomSigned() {
        assertThat(signature.matches(TIME, BODY.getBytes(UTF_8), RIGHT)).isTrue();
    }

    @Test
    void noticesAnyChange() {
        var body = BODY.getBytes(UTF_8);
        for (int i = 0; i < body.length; i++) {
            body[i] ^= 1;
            assertThat(signature.matches(TIME, body, RIGHT)).isFalse();
            body[i] ^= 1;
        }
        assertThat(signature.matches("1774864801", body, RIGHT)).isFalse();
        assertThat(new WebhookSignature("webhook-secreT").matches(TIME, body, RIGHT))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "v0=", "v1=00", "é", "v0=65053bdf85bffdb7311c477c062809c3aea534273b4f87711e2cc16d55dfbb1"})
    void takesNoOtherSignature(String wrong) {
        assertThat(signature.matches(TIME, BODY.getBytes(UTF_8), wrong)).isFalse();
    }

    @Test
    void agreesWithThePublishedVectors() throws Exception {
        var vectors = Json.read(Files.readString(Fixtures.samples().resolve("webhooks/crypto-vectors.json")));

        for (var each : vectors.path("signature")) {
            assertThat(new WebhookSignature(Fields.text(each, "secret"))
                            .matches(
                                    Fields.text(each, "x-zm-request-timestamp"),
                                    Fields.text(each, "raw_body").getBytes(UTF_8),
                                    Fields.text(each, "x-zm-signature")))
                    .isTrue();
        }
        for (var each : vectors.path("url_validation")) {
            var reply = each.has("reply") ? each.path("reply") : each;
            var answer = new WebhookSignature(Fields.text(each, "secret"))
                    .validationAnswer(Fields.text(reply, "plainToken"));
            assertThat(Json.read(answer).path("encryptedToken")).isEqualTo(reply.path("encryptedToken"));
        }
    }
}
