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

/** Whatever Zoom sends: a reply is read, or refused in the ways that callers know; never anything else. */
class OddRepliesTest {
    private static final long SEED = 20261124;
    private static final int REPLIES = 2000;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private final OddJson odd = new OddJson(new Random(SEED));

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
                var reply = odd.mutated(fixtures.get(i % fixtures.size()));
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
}
