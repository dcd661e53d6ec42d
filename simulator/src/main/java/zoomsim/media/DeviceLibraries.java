package zoomsim.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Libraries for screens and sound cards that the bundled FFmpeg is linked with, never uses here, and will not start
 * without. A machine that lacks one gets a link of that name to a library of FFmpeg's own, which satisfies the loader.
 */
final class DeviceLibraries {
    private static final List<String> NEEDED =
            List.of("libxcb.so.1", "libxcb-shm.so.0", "libasound.so.2", "libpulse.so.0");
    private static final Path OWN = Path.of("libdrm.so.2");

    private DeviceLibraries() {}

    static void fillIn(Path ffmpeg) throws IOException {
        if (Files.notExists(ffmpeg.resolve(OWN))) return;
        for (var library : NEEDED) {
            if (folders().noneMatch(folder -> Files.exists(folder.resolve(library)))) {
                Files.createSymbolicLink(ffmpeg.resolve(library), OWN);
            }
        }
    }

    /** What FFmpeg said, without the loader's remarks on such links. */
    static String withoutRemarks(String said) {
        return said.lines()
                .filter(line -> !line.contains(": no version information available (required by "))
                .collect(Collectors.joining("\n"))
                .strip();
    }

    private static Stream<Path> folders() {
        var triplet = System.getProperty("os.arch").equals("aarch64") ? "aarch64-linux-gnu" : "x86_64-linux-gnu";
        return Stream.of("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/lib/" + triplet, "/usr/lib/" + triplet)
                .map(Path::of);
    }
}
