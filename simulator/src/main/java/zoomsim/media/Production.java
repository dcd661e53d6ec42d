package zoomsim.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import zoomsim.script.FootageFile;
import zoomsim.script.Take;

/**
 * Makes the files of one take.
 *
 * @param index of the take, from 0
 * @param folder where the files go
 * @param workers where FFmpeg is run
 */
record Production(int index, Take take, Performance performance, Path folder, Camera camera, Executor workers) {
    /** Returns when the sound is recorded; each answer is complete when its file is. By recording type. */
    List<CompletableFuture<FootageFile>> begin() {
        var sound = performance.sound();
        var heard = onWorker(() -> camera.recordSound(sound, path("audio_only", "M4A")))
                .join();
        List<CompletableFuture<FootageFile>> files = new ArrayList<>();
        for (var type : new TreeSet<>(take.recordingTypes())) {
            switch (type) {
                case "audio_only" -> files.add(done(file("M4A", "M4A", type)));
                case "audio_transcript" -> {
                    if (!take.lines().isEmpty()) files.add(written("TRANSCRIPT", "VTT", type, Transcript.of(sound)));
                }
                case "chat_file" -> {
                    if (!take.chat().isEmpty()) files.add(written("CHAT", "TXT", type, ChatLog.of(take.chat())));
                }
                case "timeline" ->
                    files.add(written("TIMELINE", "JSON", type, Timeline.of(sound, performance.people())));
                default -> files.add(onWorker(() -> filmed(type, heard)));
            }
        }
        return files;
    }

    private FootageFile filmed(String type, Path heard) {
        var file = file("MP4", "MP4", type);
        camera.film(type, performance, heard, file.file());
        return file;
    }

    private CompletableFuture<FootageFile> written(String fileType, String extension, String type, String text) {
        var file = file(fileType, extension, type);
        try {
            Files.writeString(file.file(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return done(file);
    }

    private FootageFile file(String fileType, String extension, String type) {
        return new FootageFile(
                index, fileType, extension, type, performance.sound().length(), path(type, extension));
    }

    private Path path(String type, String extension) {
        return folder.resolve(
                "take%d-%s.%s".formatted(index, type.replaceAll("[^a-z_]", "-"), extension.toLowerCase(Locale.ROOT)));
    }

    private <T> CompletableFuture<T> onWorker(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, workers);
    }

    private static CompletableFuture<FootageFile> done(FootageFile file) {
        return CompletableFuture.completedFuture(file);
    }
}
