package perennial.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever Zoom sends: a reply is read, or refused in the ways that callers know; never anything else. */
class OddRepliesTest {
    private static final long SEED = 20261124;
    private static final int REPLIES = 2000;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final List<String> ODD = List.of(
            "null",
            "0",
            "-1",
            "1e400",
            "99999999999999999999",
            "1.5",
            "\"\"",
            "\" \"",
            "\"12\"",
            "\"x\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "true",
            "[]",
            "{}",
            "[[[]]]",
            "{\"code\": 124}",
            "\"2026-13-45T99:99:99Z\"",
            "\"https://[\"",
            "\"../../etc\"",
            "\"" + "a".repeat(70_000) + "\"");

    private final Random random = new Random(SEED);

    @Test
    void neverFailsInAnUnknownWay() throws IOException {
        var fixtures = List.of("recordings.json", "recording.json", "users.json").stream()
                .map(Fixtures::read)
                .toList();
        int read = 0;
        try (var server = new FileServer()) {
            var zoom = Zoom.with(InstantSource.system());
            var app = new ZoomCredentials.Jwt("key", "secret");
            var account = zoom.account(new ZoomAccess(app, server.url(""), server.url("/v2")));
            for (int i = 0; i < REPLIES; i++) {
                var reply = mutated(fixtures.get(i % fixtures.size()));
                server.does(FileServer.says(200, reply));
                read += survives(account, i, reply);
            }
            zoom.destroy();
        }
        assertThat(read).as("replies that could still be read").isBetween(REPLIES / 10, REPLIES);
    }

    private int survives(ZoomAccount account, int number, String reply) {
        try {
            call(number % 3).accept(account);
            return 1;
        } catch (ZoomException e) {
            assertThat(e.getMessage()).isNotBlank();
            return 0;
        } catch (RuntimeException e) {
            return fail("reply %d of seed %d: %s".formatted(number, SEED, reply), e);
        }
    }

    private static Consumer<ZoomAccount> call(int kind) {
        return switch (kind) {
            case 0 ->
                account -> account.recordings("u", DAY, DAY, null)
                        .meetings()
                        .forEach(each -> each.files().forEach(RecordingFile::key));
            case 1 ->
                account -> account.recording("qW/cA+tXQ3uYdXnH0pBf2w==").files().forEach(RecordingFile::key);
            default -> account -> account.users(user -> assertThat(user).isNotNull());
        };
    }

    private String mutated(String json) {
        if (random.nextInt(5) == 0) return damaged(json);
        var root = Json.read(json);
        for (int i = random.nextInt(4); i >= 0; i--) change(root);
        return root.toString();
    }

    private String damaged(String json) {
        int at = random.nextInt(json.length());
        return random.nextBoolean()
                ? json.substring(0, at)
                : json.substring(0, at) + (char) random.nextInt(128) + json.substring(at + 1);
    }

    /** Walks down at random and puts something odd in place of what is there, or takes it away. */
    private void change(JsonNode node) {
        if (node.isEmpty()) return;
        int at = random.nextInt(node.size());
        var odd = random.nextInt(6) == 0 ? null : Json.read(ODD.get(random.nextInt(ODD.size())));
        switch (node) {
            case ObjectNode object -> {
                var name = List.copyOf(object.propertyNames()).get(at);
                if (goesDeeper(object.path(name))) change(object.path(name));
                else if (odd == null) object.remove(name);
                else object.set(name, odd);
            }
            case ArrayNode array -> {
                if (goesDeeper(array.path(at))) change(array.path(at));
                else if (odd == null) array.remove(at);
                else array.set(at, odd);
            }
            default -> {}
        }
    }

    private boolean goesDeeper(JsonNode child) {
        return child.isContainer() && !child.isEmpty() && random.nextInt(8) > 0;
    }
}
