package perennial.video;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.jar.JarFile;
import org.springframework.util.FileSystemUtils;

/**
 * The programs {@code ffmpeg} and {@code ffprobe} with their libraries, which travel inside a Maven artifact. They are
 * unpacked once into a folder named after their version; a new version gets a new folder.
 */
final class FFmpegTools {
    private static final String ARTIFACT = "META-INF/maven/org.bytedeco/ffmpeg/pom.properties";
    /** The artifact's bindings for Java, which we do not use. */
    private static final String BINDINGS = "libjni";

    private final Path folder;

    private FFmpegTools(Path folder) {
        this.folder = folder;
    }

    /**
     * Unpacks the programs below {@code tools} unless they are there, whole. Several processes may do so at once: each
     * unpacks to a folder of its own and the first to rename it wins.
     *
     * @throws MediaException.Failed if the artifact has no programs for this machine
     * @throws IOException if they cannot be written
     */
    static FFmpegTools unpack(Path tools) throws IOException {
        var source = source();
        try (var jar = jar(source)) {
            var entries = entries(jar);
            var target = tools.toAbsolutePath().resolve("ffmpeg-" + version());
            if (!whole(target, entries)) {
                unpack(jar, entries, target);
            }
            return new FFmpegTools(target);
        }
    }

    Path folder() {
        return folder;
    }

    Path program(String name) {
        return folder.resolve(name);
    }

    private static void unpack(JarFile jar, Map<String, Long> entries, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        var part = target.resolveSibling(target.getFileName() + ".part-" + UUID.randomUUID());
        try {
            Files.createDirectory(part);
            for (var entry : entries.keySet()) {
                var file = part.resolve(entry.substring(entry.lastIndexOf('/') + 1));
                try (InputStream in = jar.getInputStream(jar.getEntry(entry))) {
                    Files.copy(in, file);
                }
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
            StandIns.complete(part);
            moveIntoPlace(part, target, entries);
        } finally {
            FileSystemUtils.deleteRecursively(part);
        }
    }

    private static void moveIntoPlace(Path part, Path target, Map<String, Long> entries) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.exists(target)) throw e;
            if (whole(target, entries)) return; // another process was faster
            // Left half-written by a machine that lost power: out of the way with it.
            var broken = target.resolveSibling(target.getFileName() + ".broken-" + UUID.randomUUID());
            Files.move(target, broken, StandardCopyOption.ATOMIC_MOVE);
            FileSystemUtils.deleteRecursively(broken);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static boolean whole(Path target, Map<String, Long> entries) throws IOException {
        for (var entry : entries.entrySet()) {
            var file = target.resolve(entry.getKey().substring(entry.getKey().lastIndexOf('/') + 1));
            if (!Files.isExecutable(file) || Files.size(file) != entry.getValue()) return false;
        }
        return true;
    }

    /** Names and sizes of the files to unpack. */
    private static Map<String, Long> entries(JarFile jar) {
        var entries = new LinkedHashMap<String, Long>();
        jar.stream()
                .filter(entry -> !entry.isDirectory() && entry.getName().startsWith("org/bytedeco/ffmpeg/"))
                .filter(entry -> !entry.getName().contains('/' + BINDINGS))
                .forEach(entry -> entries.put(entry.getName(), entry.getSize()));
        return entries;
    }

    private static URL source() {
        var platform = platform();
        for (var licence : new String[] {"-gpl", ""}) {
            var found = FFmpegTools.class
                    .getClassLoader()
                    .getResource("org/bytedeco/ffmpeg/" + platform + licence + "/ffmpeg");
            if (found != null) return found;
        }
        throw new MediaException.Failed("There is no FFmpeg for this kind of machine (%s).".formatted(platform));
    }

    /** Not the cached connection's file: closing that one would take it from everybody. */
    private static JarFile jar(URL source) throws IOException {
        var connection = (JarURLConnection) source.openConnection();
        connection.setUseCaches(false);
        return connection.getJarFile();
    }

    private static String version() throws IOException {
        var properties = new Properties();
        try (var in = FFmpegTools.class.getClassLoader().getResourceAsStream(ARTIFACT)) {
            if (in != null) properties.load(in);
        }
        return properties.getProperty("version", "bundled");
    }

    private static String platform() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "macosx" : "linux";
        var machine = System.getProperty("os.arch");
        return system
                + '-'
                + switch (machine) {
                    case "amd64" -> "x86_64";
                    case "aarch64" -> "arm64";
                    default -> machine;
                };
    }
}
