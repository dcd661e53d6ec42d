package perennial.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import perennial.people.Person;
import perennial.storage.Blob;
import perennial.storage.Blobs;
import perennial.storage.Composite;
import perennial.video.Cue;
import perennial.video.FFmpeg;

/** Real, playable media for tests that look at pages: colour bars and tones, made by the bundled FFmpeg. */
public final class DemoMedia {
    /** Length of every video made here. */
    public static final Duration LENGTH = Duration.ofSeconds(60);

    private static final Path FILMED = Path.of("target", "demo-media").toAbsolutePath();

    private final Path tools;
    private final FFmpeg bundled;
    private final Blobs blobs;
    private final Library library;
    private final Clock clock;

    DemoMedia(@Value("${perennial.tools}") Path tools, FFmpeg bundled, Blobs blobs, Library library, Clock clock) {
        this.tools = tools;
        this.bundled = bundled;
        this.blobs = blobs;
        this.library = library;
        this.clock = clock;
    }

    /** A meeting of three parts with three views, captions and chat. */
    public MediaId meeting(Person author, String title, Wish wish) {
        var speaker = video("testsrc2=size=1280x720:rate=10", 330);
        var original = video("testsrc2=size=640x360:rate=10", 330);
        return library.add(new NewMedia(
                "zoom:demo/" + title,
                title,
                author.id(),
                clock.instant().minus(Duration.ofHours(3)),
                wish,
                new Content(
                        LENGTH,
                        List.of(
                                new StreamPart("active_speaker", Composite.of(speaker), 1280, 720, false),
                                new StreamPart(
                                        "gallery_view",
                                        Composite.of(video("smptehdbars=size=1280x720:rate=10", 440)),
                                        1280,
                                        720,
                                        false),
                                new StreamPart("audio_only", Composite.of(audio()), 0, 0, true)),
                        List.of(
                                file("GMT20261124-090000_Recording_1280x720.mp4", "MP4", "active_speaker", original),
                                file("GMT20261124-090000_RecordingnewChat.txt", "CHAT", "chat_file", text("chat"))),
                        List.of(new Track("en", "English, from Zoom", cues())),
                        List.of(
                                new ChapterMark(Duration.ZERO, "Part 1"),
                                new ChapterMark(Duration.ofSeconds(20), "Part 2"),
                                new ChapterMark(Duration.ofSeconds(40), "Part 3")),
                        chat())));
    }

    /** A recording with nothing to look at. */
    public MediaId soundOnly(Person author, String title) {
        return library.add(new NewMedia(
                "zoom:demo/" + title,
                title,
                author.id(),
                clock.instant().minus(Duration.ofDays(2)),
                Wish.PUBLISHED,
                new Content(
                        LENGTH,
                        List.of(new StreamPart("audio_only", Composite.of(audio()), 0, 0, true)),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of())));
    }

    /** A video of one view, that many days old. */
    public void old(Person author, String title, int days) {
        library.add(new NewMedia(
                "zoom:demo/" + title,
                title,
                author.id(),
                clock.instant().minus(Duration.ofDays(days)),
                Wish.PUBLISHED,
                new Content(
                        LENGTH,
                        List.of(new StreamPart(
                                "shared_screen_with_speaker_view",
                                Composite.of(video("rgbtestsrc=size=640x360:rate=10", 200)),
                                640,
                                360,
                                false)),
                        List.of(),
                        List.of(),
                        List.of(new ChapterMark(Duration.ZERO, "Part 1")),
                        List.of())));
    }

    private static List<Cue> cues() {
        var said = new String[] {
            "Mara Lindqvist|Good afternoon. We have an hour, and three decisions to leave with.",
            "Mara Lindqvist|I will go through the bets first, then Tomas takes the numbers.",
            "Priya Raman|Can we also keep ten minutes for the clinic dates?",
            "Mara Lindqvist|Yes, that is in part three, right after the budget.",
            "Aiko Tanabe|In the interviews it came up in eleven out of fourteen.",
            "Jonas Weiler|The gateway work has to land first, otherwise the board shows <old> data.",
            "Tomas Okafor|Thanks. This is budget against actuals, up to the end of October.",
            "Tomas Okafor|We are four percent under, and nearly all of that is hiring that slipped.",
            "Priya Raman|Does the actual line include the clinic travel?",
            "Tomas Okafor|It does, from September on. Before that it was booked under training."
        };
        var cues = new ArrayList<Cue>();
        for (var i = 0; i < said.length; i++) {
            var words = said[i].split("\\|", 2);
            var start = Duration.ofSeconds(1 + 6L * i);
            cues.add(new Cue(start, start.plusMillis(4_800), words[0], words[1]));
        }
        return cues;
    }

    private static List<ChatLine> chat() {
        return List.of(
                new ChatLine(Duration.ofSeconds(3), "Jonas Weiler", "Slides are in the planning folder."),
                new ChatLine(Duration.ofSeconds(15), "Aiko Tanabe", "Joining from the train, please excuse the noise."),
                new ChatLine(Duration.ofSeconds(31), "Samuel Brandt", "Agree with Jonas on the order. <b>Really</b>"),
                new ChatLine(
                        Duration.ofSeconds(52), "Hannah Cole", "Hiring that slipped = 3 roles, just to be exact."));
    }

    private static OriginalFile file(String name, String type, String recordingType, Blob blob) {
        return new OriginalFile(name, type, recordingType, blob.id(), blob.size(), blob.sha256(), 0);
    }

    private Blob text(String words) {
        try {
            var file = Files.createTempFile("demo-", ".txt");
            try {
                return blobs.store(Files.writeString(file, words));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Blob video(String picture, int hertz) {
        var words = new ArrayList<>(List.of("-f", "lavfi", "-i", picture));
        words.addAll(List.of("-f", "lavfi", "-i", "sine=frequency=" + hertz));
        words.addAll(List.of("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-g", "20"));
        return filmed(words, ".mp4");
    }

    private Blob audio() {
        return filmed(List.of("-f", "lavfi", "-i", "sine=frequency=220"), ".m4a");
    }

    /** Filmed once a build, and stored for each item anew: a test may purge what is stored. */
    private Blob filmed(List<String> words, String suffix) {
        try {
            var file = FILMED.resolve(Integer.toHexString(words.hashCode()) + suffix);
            if (!Files.exists(file)) film(words, file);
            return blobs.store(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void film(List<String> words, Path file) throws IOException {
        Files.createDirectories(FILMED);
        var part = Files.createTempFile(FILMED, "part-", String.valueOf(file.getFileName()));
        var all = new ArrayList<>(words);
        all.addAll(List.of("-t", Long.toString(LENGTH.toSeconds()), "-c:a", "aac", "-movflags", "+faststart"));
        all.add(part.toString());
        ffmpeg(all);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private void ffmpeg(List<String> arguments) throws IOException {
        var program = program();
        var command = new ArrayList<>(List.of(program.toString(), "-v", "error", "-y"));
        command.addAll(arguments);
        var process = new ProcessBuilder(command).inheritIO();
        process.environment().put("LD_LIBRARY_PATH", program.resolveSibling(".").toString());
        try {
            if (process.start().waitFor() != 0) throw new IOException("FFmpeg failed: " + command);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private Path program() throws IOException {
        bundled.sandbox(); // unpacks the programs if nothing ran yet
        try (var folders = Files.list(tools)) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith("ffmpeg-"))
                    .map(folder -> folder.resolve("ffmpeg"))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
