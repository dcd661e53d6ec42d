package zoomsim.media;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Takes {@code ffmpeg}, {@code ffprobe} and their libraries out of the jar that Maven brought for this machine. */
final class FfmpegPrograms {
    private static final String VERSION_ENTRY = "META-INF/maven/org.bytedeco/ffmpeg/pom.properties";

    private FfmpegPrograms() {}

    /**
     * Unpacks into a sub-folder of {@code cache}, unless that was done before. Two processes may do so at once: each
     * fills a folder of its own, and the first to rename it wins.
     */
    static Ffmpeg unpackedIn(Path cache) throws IOException {
        var folder = "org/bytedeco/ffmpeg/" + platform() + "/";
        var jar = jarWith(folder + "ffmpeg");
        var ready = cache.resolve("ffmpeg-" + version(jar) + "-" + platform());
        if (!Files.isDirectory(ready)) {
            Files.createDirectories(cache);
            var filling = Files.createTempDirectory(cache, "unpacking-");
            unpack(jar, folder, filling);
            DeviceLibraries.fillIn(filling);
            Folders.publish(filling, ready);
        }
        return new Ffmpeg(ready);
    }

    private static JarFile jarWith(String program) throws IOException {
        URL url = FfmpegPrograms.class.getClassLoader().getResource(program);
        if (url == null || !(url.openConnection() instanceof JarURLConnection connection)) {
            throw new StudioException("not on the class path: " + program);
        }
        return connection.getJarFile(); // shared with the class loader, so it is not ours to close
    }

    private static String version(JarFile jar) throws IOException {
        var properties = new Properties();
        try (var bytes = jar.getInputStream(jar.getEntry(VERSION_ENTRY))) {
            properties.load(bytes);
        }
        return properties.getProperty("version");
    }

    private static void unpack(JarFile jar, String folder, Path into) throws IOException {
        for (JarEntry entry : jar.stream().toList()) {
            var name = entry.getName();
            // The JNI glue is for calls from Java; programs do without it.
            if (!name.startsWith(folder) || entry.isDirectory() || name.contains("jni")) continue;
            var target = into.resolve(name.substring(name.lastIndexOf('/') + 1));
            try (var bytes = jar.getInputStream(entry)) {
                Files.copy(bytes, target, StandardCopyOption.REPLACE_EXISTING);
            }
            if (!target.toFile().setExecutable(true)) throw new IOException("cannot make executable: " + target);
        }
    }

    /** The artifact's classifier for this machine. Only the {@code -gpl} builds hold the H.264 encoder. */
    private static String platform() {
        var os = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "macosx" : "linux";
        var arch = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x86_64";
        return os + "-" + arch + "-gpl";
    }
}
