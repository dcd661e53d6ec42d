package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import perennial.video.MediaException;
import perennial.zoom.ZoomException;

/** The guide for Managers has a heading for each reason that the ledger can show, in the ledger's own words, and no other. */
class GuideTest {
    private static final Pattern READ = Pattern.compile("(?:fields\\.\\w+|expression)\\(\"([a-zA-Z]+)\"");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)[^)]*\\)");
    private static final Path GUIDE = Path.of("..", "docs", "guide");

    /** One of each kind of failure. */
    private static final List<RuntimeException> FAILURES = List.of(
            new ZoomException.Throttled("…", Instant.EPOCH),
            new ZoomException.Unavailable("…", "…", null),
            new ZoomException.Unreadable("…", "…"),
            new ZoomException.PageTokenExpired("…"),
            new ZoomException.Cut(1, new IOException()),
            new ZoomException.NotAFile("…"),
            new ZoomException.WrongLength(1, 2),
            new ZoomException.Refused("Zoom does not accept the app's credentials"),
            new ZoomException.MissingScope("…", List.of("…")),
            new ZoomException.Forbidden("…", "…"),
            new ZoomException.NotFound("…", 1, "…"),
            new ZoomException.Rejected("…", 1, "…"),
            new ZoomException.AddressRefused("…", "…"));

    private static final Map<Class<?>, String> MEDIA = Map.of(
            MediaException.NotMedia.class, "The file is damaged, or no recording",
            MediaException.PartsRefused.class, "Part n cannot be joined",
            MediaException.CannotJoin.class, "The parts do not become one video",
            MediaException.TooLong.class, "Making the video took longer than n minutes and was stopped",
            MediaException.Failed.class, "FFmpeg did not succeed");

    private static String read(String page) throws IOException {
        return Files.readString(GUIDE.resolve(page));
    }

    private static Set<String> headings() throws IOException {
        return read("when-something-is-stuck.md")
                .lines()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The first sentence without its figures, as a heading has it. */
    private static String heading(String sentence) {
        return sentence.split("(?<=\\.) ", 2)[0].replaceAll("\\d+", "n").replaceAll("\\.$", "");
    }

    /** Of a failure: without what it was about. */
    private static String heading(RuntimeException failure) {
        var sentence = String.valueOf(failure.getMessage()).replace(" (…)", "");
        return heading(sentence.split(": ", 2)[0]);
    }

    private static Set<String> reasons() {
        var all = new TreeSet<String>();
        for (var reason : Reason.values()) all.add(reason.heading());
        for (var block : DeletionBlock.values()) {
            all.add(heading(DeletionReasons.of(block, standing(), time -> "…")));
        }
        for (var failure : FAILURES) all.add(heading(failure));
        all.addAll(MEDIA.values());
        return all;
    }

    private static DeletionStanding standing() {
        return new DeletionStanding(
                new RecordingId(new UUID(0, 1)),
                List.of(),
                9,
                4,
                2,
                3,
                2,
                3,
                2,
                2,
                1,
                List.of(),
                null,
                null,
                Instant.EPOCH,
                null,
                "",
                "…");
    }

    @Test
    void hasAHeadingForEachReasonAndForNothingElse() throws IOException {
        assertThat(headings()).containsExactlyElementsOf(reasons());
    }

    @Test
    void knowsEveryKindOfFailure() {
        assertThat(FAILURES.stream().<Class<?>>map(Object::getClass).toList())
                .containsExactlyInAnyOrderElementsOf(leaves(ZoomException.class).toList());
        assertThat(MEDIA.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        leaves(MediaException.class).toList());
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        var permitted = type.getPermittedSubclasses();
        return permitted == null ? Stream.of(type) : Stream.of(permitted).flatMap(GuideTest::leaves);
    }

    /** A field of the API that the page about settings does not name would be a setting that nobody explains. */
    @Test
    void explainsEverySetting() throws IOException {
        var page = read("settings.md");
        var reader = Files.readString(Path.of("src/main/java/perennial/sync/SettingsReader.java"));
        var settings = new TreeSet<String>(List.of("clientSecret", "apiSecret", "webhookSecret"));
        READ.matcher(reader).results().forEach(found -> settings.add(found.group(1)));
        settings.remove("enabled"); // the switch
        assertThat(settings).hasSizeGreaterThan(25);
        assertThat(settings).allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }

    /** What Markdown links to is there. */
    @Test
    void linksOnlyToPagesThatAreThere() throws IOException {
        var links = new ArrayList<Path>();
        for (var page : List.of("README.md", "connect-zoom.md", "settings.md", "when-something-is-stuck.md")) {
            LINK.matcher(read(page)).results().forEach(found -> links.add(GUIDE.resolve(found.group(1))));
        }
        assertThat(links).isNotEmpty().allSatisfy(link -> assertThat(link).exists());
    }
}
