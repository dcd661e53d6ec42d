package zoomsim.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import zoomsim.script.FootageFile;
import zoomsim.script.Take;

/** Makes all files of one take in {@code folder}, the encoding on {@code workers}. */
record Production(Path folder, Camera camera, Lettering lettering, Executor workers) {
    /** Starts the work; each answer is complete when its file is. */
    List<CompletableFuture<FootageFile>> begin(int index, Take take, Performance performance) {
        List<CompletableFuture<FootageFile>> files = new ArrayList<>();
        var sound = performance.sound();
        var audio = CompletableFuture.supplyAsync(
                () -> camera.recordSound(sound, folder.resolve("take%d.m4a".formatted(index))), workers);
        for (var type : new TreeSet<>(take.recordingTypes())) {
            var target = "take%d-%s".formatted(index, type.replaceAll("[^a-z_]", "-"));
            switch (type) {
                case "audio_only" ->
                    files.add(
                            audio.thenApply(file -> new FootageFile(index, "M4A", "M4A", type, sound.length(), file)));
                case "audio_transcript" -> {
                    if (!take.lines().isEmpty()) {
                        var file = write(target + ".vtt", Transcript.of(sound));
                        files.add(done(new FootageFile(index, "TRANSCRIPT", "VTT", type, sound.length(), file)));
                    }
                }
                case "chat_file" -> {
                    if (!take.chat().isEmpty()) {
                        var file = write(target + ".txt", ChatLog.of(take.chat()));
                        files.add(done(new FootageFile(index, "CHAT", "TXT", type, sound.length(), file)));
                    }
                }
                case "timeline" -> {
                    var file = write(target + ".json", Timeline.of(sound, performance.people()));
                    files.add(done(new FootageFile(index, "TIMELINE", "JSON", type, sound.length(), file)));
                }
                default -> {
                    var scene = scene(type, performance);
                    files.add(audio.thenApplyAsync(
                            heard -> new FootageFile(
                                    index,
                                    "MP4",
                                    "MP4",
                                    type,
                                    sound.length(),
                                    camera.film(scene, performance, heard, folder.resolve(target + ".mp4"))),
                            workers));
                }
            }
        }
        return files;
    }

    private Scene scene(String recordingType, Performance performance) {
        var people = performance.people();
        var tiles = new Tiles(lettering, people);
        var slides = new Slides(lettering, performance.topic(), performance.lines());
        return switch (recordingType) {
            case "active_speaker", "speaker_view", "host_video" -> new SpeakerScene(tiles);
            case "gallery_view" -> new GalleryScene(tiles, people.size());
            case "shared_screen" -> new ScreenScene(slides, tiles, people.size(), ScreenScene.Beside.NOBODY);
            case "shared_screen_with_speaker_view", "shared_screen_with_speaker_view(CC)" ->
                new ScreenScene(slides, tiles, people.size(), ScreenScene.Beside.SPEAKER);
            case "shared_screen_with_gallery_view" ->
                new ScreenScene(slides, tiles, people.size(), ScreenScene.Beside.GALLERY);
            default -> throw new IllegalArgumentException("no way to record the type " + recordingType);
        };
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CompletableFuture<FootageFile> done(FootageFile file) {
        return CompletableFuture.completedFuture(file);
    }
}
