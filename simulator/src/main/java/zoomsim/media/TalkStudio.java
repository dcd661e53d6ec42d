package zoomsim.media;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import zoomsim.script.FootageFile;
import zoomsim.script.Line;

/**
 * Films short talks, once, and keeps them: 640 by 360, eight pictures a second, what is said as {@link Studio} says it. Much
 * cheaper than a meeting, so that a library can be filled with them. Serves several threads.
 */
public final class TalkStudio {
    /** To be raised whenever the same talk would give other bytes. */
    private static final String VERSION = "1";

    private final Path cache;
    private final Shelf shelf;
    private @Nullable Crew crew;

    private record Crew(Narrator narrator, Camera camera, Lettering lettering) {}

    /** @param cache where films and FFmpeg's programs are kept; may be a {@link Studio}'s, too */
    public TalkStudio(Path cache) {
        this.cache = cache;
        this.shelf = new Shelf(cache.resolve("talks"));
    }

    /**
     * A film.
     *
     * @param cues when each line is said, in their order
     */
    public record Filmed(Path video, List<Cue> cues) {}

    /** When a line is said, as WebVTT has it: {@code 00:00:01.000}. */
    public record Cue(String start, String end) {}

    /**
     * Films a talk, or finds its film.
     *
     * @throws StudioException if a program fails or takes too long, or the disk is full; nothing half made is kept
     */
    public Filmed film(String title, List<Line> lines, TalkLook look) {
        var key = key(title, lines, look);
        try {
            var found = shelf.find(key);
            if (found.isEmpty()) record(key, title, lines, look);
            return filmed(shelf.find(key).orElseThrow());
        } catch (IOException e) {
            throw new StudioException("cannot keep films in " + cache, e);
        }
    }

    private static Filmed filmed(List<FootageFile> files) throws IOException {
        var cues = Files.readAllLines(files.getLast().file()).stream()
                .map(line -> line.split(" ", -1))
                .map(times -> new Cue(times[0], times[1]))
                .toList();
        return new Filmed(files.getFirst().file(), cues);
    }

    private void record(String key, String title, List<Line> lines, TalkLook look) throws IOException {
        var crew = crew();
        var people = lines.stream().map(Line::speaker).distinct().toList();
        var folder = shelf.emptyFolder();
        try {
            var sound = Soundtrack.unmarked(lines, VoiceCasting.of(people), crew.narrator());
            var performance = new Performance(1, title, people, lines, sound);
            var heard = crew.camera().recordSound(sound, folder.resolve("sound.m4a"));
            var scene = TalkScene.of(look, performance, crew.lettering());
            var video = crew.camera().filmTalk(scene, performance, heard, folder.resolve("talk.mp4"));
            var times = Files.write(folder.resolve("times.txt"), times(sound, lines.size()));
            shelf.put(key, folder, List.of(file("MP4", sound, video), file("TXT", sound, times)));
        } finally {
            Folders.remove(folder); // gone already, if all went well
        }
    }

    private static FootageFile file(String type, Soundtrack sound, Path file) {
        return new FootageFile(0, type, type, "talk", sound.length(), file);
    }

    private static List<String> times(Soundtrack sound, int lines) {
        var times = new ArrayList<String>();
        IntStream.range(0, lines).forEach(line -> {
            var said = sound.spoken().stream()
                    .filter(sentence -> sentence.line() == line)
                    .toList();
            times.add(Transcript.time(said.getFirst().start()) + " "
                    + Transcript.time(said.getLast().end()));
        });
        return times;
    }

    private synchronized Crew crew() throws IOException {
        if (crew == null) {
            var lettering = new Lettering();
            crew = new Crew(new Narrator(), new Camera(FfmpegPrograms.unpackedIn(cache), lettering), lettering);
        }
        return crew;
    }

    private static String key(String title, List<Line> lines, TalkLook look) {
        var text = List.of(VERSION, title, lines, look).toString();
        return UUID.nameUUIDFromBytes(text.getBytes(UTF_8)).toString();
    }
}
