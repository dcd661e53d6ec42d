package zoomsim.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zoomsim.script.FootageFile;
import zoomsim.script.FootageSource;
import zoomsim.script.MeetingScript;

/**
 * Makes real recordings of scripts, once, and keeps them in a folder. Several processes may share the folder.
 *
 * <p>All pictures come at {@value #FRAMES_PER_SECOND} a second, all sound as AAC, mono, 32 kHz; a take lasts a whole
 * number of pictures and of AAC frames, and all its views last equally long.
 *
 * <p>Each take carries two measuring marks: a white square in the lower left corner of {@value #MARK_FRAMES} pictures,
 * and a tone that starts at the same instant. The first mark starts {@link #MARK_AFTER_START} after the take's start
 * (picture 13, counted from 0), the second {@link #MARK_BEFORE_END} before its end (the 25th picture from the end).
 * Nothing else is to be heard in the 300 ms around a mark. The square's side is a {@value #MARK_SIDE_PER_HEIGHT}th of
 * the picture's height; that corner is dark otherwise.
 */
public final class Studio implements FootageSource {
    /** Pictures a second of each view. */
    public static final int FRAMES_PER_SECOND = 25;
    /** When the first mark starts; the boundary between two pictures that is nearest behind half a second. */
    public static final Duration MARK_AFTER_START = Duration.ofMillis(520);
    /** How long before the take's end the second mark starts. */
    public static final Duration MARK_BEFORE_END = Duration.ofSeconds(1);
    /** Number of pictures with the square. */
    public static final int MARK_FRAMES = 2;
    /** How long the tone lasts: as long as the square is seen. */
    public static final Duration MARK_BEEP = Duration.ofMillis(80);
    /** Pitch of the tone, in Hz. */
    public static final int MARK_TONE_HERTZ = 1000;
    /** The picture's height, divided by this, is the side of the square. */
    public static final int MARK_SIDE_PER_HEIGHT = 15;

    /** To be raised whenever the same script would give other bytes. */
    private static final String VERSION = "2";

    private static final int PROGRAMS_AT_ONCE = 2;

    private final Path cache;
    private final Shelf shelf;
    private final ExecutorService workers = Executors.newFixedThreadPool(
            PROGRAMS_AT_ONCE, Thread.ofPlatform().daemon().name("studio-", 1).factory());

    private @Nullable Crew crew;

    private record Crew(Narrator narrator, Camera camera) {}

    /** @param cache where footage and FFmpeg's programs are kept; made when it is needed */
    public Studio(Path cache) {
        this.cache = cache;
        this.shelf = new Shelf(cache.resolve("footage"));
    }

    /**
     * {@inheritDoc}
     *
     * <p>Files come by take, then by recording type. A transcript needs lines, a chat file needs chat; else a wanted
     * one is left out.
     *
     * @throws StudioException if a program fails or takes too long, or the disk is full; nothing half made is kept
     * @throws IllegalArgumentException if a take wants a recording type that cannot be filmed
     */
    @Override
    public List<FootageFile> record(MeetingScript script) {
        var key = key(script);
        try {
            var found = shelf.find(key);
            return found.isPresent() ? found.get() : recordOnce(key, script);
        } catch (IOException e) {
            throw new StudioException("cannot keep footage in " + cache, e);
        }
    }

    private synchronized List<FootageFile> recordOnce(String key, MeetingScript script) throws IOException {
        var found = shelf.find(key);
        if (found.isPresent()) return found.get();
        var folder = shelf.emptyFolder();
        try {
            shelf.put(key, folder, produce(script, folder));
            return shelf.find(key).orElseThrow();
        } finally {
            Folders.remove(folder); // gone already, if all went well
        }
    }

    private List<FootageFile> produce(MeetingScript script, Path folder) throws IOException {
        var crew = crew();
        var people = people(script);
        var cast = VoiceCasting.of(people);
        List<CompletableFuture<FootageFile>> files = new ArrayList<>();
        try {
            for (int index = 0; index < script.takes().size(); index++) {
                var take = script.takes().get(index);
                var sound = Soundtrack.of(take, cast, crew.narrator());
                var performance = new Performance(index + 1, script.topic(), people, take.lines(), sound);
                files.addAll(new Production(index, take, performance, folder, crew.camera(), workers).begin());
            }
            return files.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new StudioException("cannot record", e);
        } finally {
            // Nobody may still write into the folder when it is given up.
            CompletableFuture.allOf(files.toArray(CompletableFuture[]::new))
                    .exceptionally(failure -> null)
                    .join();
        }
    }

    /** Loads voice, fonts and programs when first needed: a full shelf needs none of them. */
    private Crew crew() throws IOException {
        if (crew == null) {
            crew = new Crew(new Narrator(), new Camera(FfmpegPrograms.unpackedIn(cache), new Lettering()));
        }
        return crew;
    }

    /** Everybody invited, and whoever else has a line. */
    private static List<String> people(MeetingScript script) {
        var names = new LinkedHashSet<>(script.speakers());
        script.takes().forEach(take -> take.lines().forEach(line -> names.add(line.speaker())));
        if (names.isEmpty()) names.add("Host");
        return List.copyOf(names);
    }

    private static String key(MeetingScript script) {
        // Sets have no order of their own, and theirs changes with each start of the JVM.
        var takes = script.takes().stream()
                .flatMap(take -> Stream.of(
                        take.sinceMeetingStart(), take.lines(), new TreeSet<>(take.recordingTypes()), take.chat()))
                .toList();
        var text = List.of(VERSION, script.topic(), script.speakers(), takes).toString();
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
