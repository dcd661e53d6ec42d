package zoomsim.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import zoomsim.script.FootageFile;

/** Finished footage: a folder for each script, with a list of its files. A folder with its final name is whole. */
record Shelf(Path root) {
    private static final String LIST = "footage.tsv";
    private static final String UNFINISHED = "filming-";
    private static final Duration ABANDONED = Duration.ofHours(6);

    Optional<List<FootageFile>> find(String key) throws IOException {
        var folder = root.resolve(key);
        var list = folder.resolve(LIST);
        if (!Files.isRegularFile(list)) return Optional.empty();
        return Optional.of(Files.readAllLines(list).stream()
                .map(line -> parse(line, folder))
                .toList());
    }

    /** A folder to fill; give it to {@link #put} or remove it. */
    Path emptyFolder() throws IOException {
        Files.createDirectories(root);
        removeAbandoned();
        return Files.createTempDirectory(root, UNFINISHED);
    }

    /** What a killed process left behind; nobody films for hours. */
    private void removeAbandoned() throws IOException {
        var before = FileTime.from(Instant.now().minus(ABANDONED));
        try (var folders = Files.newDirectoryStream(root, UNFINISHED + "*")) {
            for (var folder : folders) {
                if (Files.getLastModifiedTime(folder).compareTo(before) < 0) Folders.remove(folder);
            }
        }
    }

    /** Keeps {@code files}, all of which lie in {@code filled}. */
    void put(String key, Path filled, List<FootageFile> files) throws IOException {
        Files.write(filled.resolve(LIST), files.stream().map(Shelf::format).toList());
        Folders.publish(filled, root.resolve(key));
    }

    private static String format(FootageFile file) {
        return String.join(
                "\t",
                Integer.toString(file.take()),
                file.fileType(),
                file.fileExtension(),
                file.recordingType(),
                Long.toString(file.length().toMillis()),
                file.file().getFileName().toString());
    }

    private static FootageFile parse(String line, Path folder) {
        var field = line.split("\t", -1);
        return new FootageFile(
                Integer.parseInt(field[0]),
                field[1],
                field[2],
                field[3],
                Duration.ofMillis(Long.parseLong(field[4])),
                folder.resolve(field[5]));
    }
}
