package perennial.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Every sample of Zoom's replies is read; a new one that nothing here reads fails. */
class SamplesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @TestFactory
    List<DynamicTest> readsEverySample() throws IOException {
        var root = Fixtures.samples();
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .filter(name -> !name.equals("README.md"))
                    .map(name -> dynamicTest(name, () -> read(root.resolve(name), name)))
                    .toList();
        }
    }

    private static void read(Path file, String name) throws Exception {
        var text = Files.readString(file);
        switch (name.replaceFirst("/.*", "")) {
            case "api" -> api(name, Json.read(text));
            case "webhooks" -> webhook(name, Json.read(text));
            case "oauth" -> oauth(Json.read(text));
            case "errors" -> assertThat(Problem.read(text).code()).isPositive();
            case "files" -> Impostor.check("", kind(name), text.getBytes(StandardCharsets.UTF_8), true);
            case "downloads" ->
                assertThatThrownBy(() -> Impostor.check(
                                "text/html", FileKind.MEDIA, text.getBytes(StandardCharsets.UTF_8), true))
                        .isInstanceOf(ZoomException.NotAFile.class)
                        .hasMessageContaining("Only the host can download");
            default -> fail("nobody reads " + name);
        }
    }

    private static void api(String name, JsonNode body) throws Exception {
        if (body.has("meetings")) {
            var page = RecordingReader.page(body, DAY, DAY);
            assertThat(page.unreadable()).isEmpty();
            assertThat(page.meetings()).hasSize(body.path("meetings").size());
            for (int i = 0; i < page.meetings().size(); i++)
                complete(page.meetings().get(i), body.path("meetings").get(i));
        } else if (body.has("users")) {
            body.path("users").forEach(SamplesTest::user);
        } else if (body.has("recording_files")) {
            complete(RecordingReader.recording(body), body);
        } else {
            assertThat(name).contains("user");
            user(body);
        }
    }

    private static void complete(Recording recording, JsonNode meeting) {
        assertThat(recording.meetingId()).isEqualTo(meeting.path("id").asLong());
        assertThat(recording.topic()).isEqualTo(meeting.path("topic").asString());
        assertThat(recording.files()).hasSize(meeting.path("recording_files").size());
        assertThat(recording.files()).allSatisfy(file -> {
            assertThat(file.downloadUrl()).isNotNull();
            assertThat(file.start()).isNotNull();
            assertThat(file.extension()).isNotEmpty();
            assertThat(file.processing()).isFalse();
        });
        assertThat(recording.files()).extracting(RecordingFile::key).doesNotHaveDuplicates();
    }

    private static void user(JsonNode node) {
        var user = UserListing.user(node, "");
        assertThat(user.id()).isEqualTo(node.path("id").asString());
        assertThat(user.email()).contains("@");
        assertThat(user.displayName()).isNotBlank();
    }

    /** A webhook's meeting has the shape of a listed one, if it is one at all. */
    private static void webhook(String name, JsonNode body) throws Exception {
        if (name.endsWith("crypto-vectors.json")) return; // WebhookSignatureTest
        assertThat(body.path("event").asString()).isNotEmpty();
        var meeting = body.path("payload").path("object");
        if (!meeting.has("recording_files")) return;
        var recording = RecordingReader.recording(meeting);
        int audio = meeting.path("participant_audio_files").size();
        assertThat(recording.files()).hasSize(meeting.path("recording_files").size() + audio);
    }

    private static void oauth(JsonNode body) {
        if (!body.has("access_token")) assertThat(Problem.of(body).message()).isNotBlank();
    }

    private static FileKind kind(String name) {
        return name.endsWith(".json") ? FileKind.JSON : FileKind.TEXT;
    }
}
