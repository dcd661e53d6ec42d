package perennial.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static perennial.zoom.FileServer.says;

import java.io.IOException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotAFileTest {
    private static final String PAGE =
            "<!DOCTYPE html><html><head><title>Zoom</title><script>var x='<p>';</script></head><body>"
                    + "<p>Only the host can download this recording.</p> Please sign&nbsp;in.</body></html>";

    private final BytesKept sink = new BytesKept();
    private final Zoom zoom = Zoom.with(InstantSource.system());
    private FileServer server;

    @BeforeEach
    void start() throws IOException {
        server = new FileServer();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        zoom.destroy();
    }

    @ParameterizedTest
    @CsvSource({
        "text/html;charset=UTF-8, TEXT",
        "text/html, JSON",
        "video/mp4, MEDIA",
        "text/plain, TEXT",
        "application/octet-stream, UNKNOWN"
    })
    void showsWhatAPageInPlaceOfTheFileSays(String contentType, FileKind kind) {
        server.does(says(200, PAGE, "Content-Type", contentType));

        var problem = catchThrowableOfType(ZoomException.NotAFile.class, () -> fetch(kind, 0, null));

        assertThat(problem.reason()).isEqualTo("Only the host can download this recording. Please sign in.");
        assertThat(sink.all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, MEDIA",
        "application/json, TEXT",
        "application/json, JSON",
        "text/plain, JSON",
        "video/mp4, MEDIA",
        "'', UNKNOWN"
    })
    void showsWhatAMessageInPlaceOfTheFileSays(String contentType, FileKind kind) {
        server.does(says(
                200, "{\"code\": 3301, \"message\": \"This recording does not exist\"}", "Content-Type", contentType));

        assertThat(catchThrowableOfType(ZoomException.NotAFile.class, () -> fetch(kind, 0, null))
                        .reason())
                .isEqualTo("This recording does not exist");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | JSON | {\"timeline\": []}",
                "text/plain | JSON | {\"overall_summary\": \"x\", \"items\": []}",
                "text/plain | TEXT | {\"code\": is what Ann wrote",
                "text/vtt | TEXT | WEBVTT",
                "application/octet-stream | TEXT | 00:00:01\tAnn:\t<html> is a tag",
                "application/json | UNKNOWN | {\"something\": \"new\"}",
            })
    void takesFilesThatOnlyLookOdd(String contentType, FileKind kind, String text) throws IOException {
        server.does(says(200, text, "Content-Type", contentType));

        fetch(kind, 0, null);

        assertThat(sink.all()).asString().isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "403, NotAFile",
        "404, NotAFile",
        "410, NotAFile",
        "401, NotAFile",
        "429, Throttled",
        "500, Unavailable",
        "503, Unavailable"
    })
    void sortsFailuresByWhatCanBeDone(int status, String kind) {
        server.does(says(status, "{\"code\": 1, \"message\": \"no\"}"));

        assertThatThrownBy(() -> fetch(FileKind.MEDIA, 0, null))
                .extracting(e -> e.getClass().getSimpleName())
                .isEqualTo(kind);
        assertThat(sink.all()).isEmpty();
    }

    @Test
    void losesNothingToAPageThatComesInPlaceOfTheRest() {
        server.does(says(200, PAGE, "Content-Type", "text/html"));

        assertThatThrownBy(() -> fetch(FileKind.MEDIA, 1000, "\"tag\"")).isInstanceOf(ZoomException.NotAFile.class);

        assertThat(sink.restarts).isZero();
    }

    private Download fetch(FileKind kind, long from, @Nullable String validator) throws IOException {
        var app = new ZoomCredentials.Jwt("key", "secret");
        var account = zoom.account(new ZoomAccess(app, server.url(""), server.url("/v2")));
        return account.download(server.url("/rec/download/x"), kind, from, validator, sink);
    }
}
