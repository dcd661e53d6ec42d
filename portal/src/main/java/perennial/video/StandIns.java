package perennial.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The bundled FFmpeg is linked with libraries for screens and sound cards. A bare server lacks them, and we never use
 * them, but the system's loader insists. Where one is missing, a link of its name to another of FFmpeg's own libraries
 * takes its place: FFmpeg binds functions at their first call, so none is ever looked for in it.
 */
final class StandIns {
    private static final List<String> DEVICES =
            List.of("libxcb.so.1", "libxcb-shm.so.0", "libasound.so.2", "libpulse.so.0");
    private static final List<String> PLACES = List.of(
            "/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/lib/%s-linux-gnu", "/usr/lib/%s-linux-gnu");
    /** Comes with FFmpeg and has few functions. */
    private static final String SOURCE = "libdrm.so.2";

    private static final String REMARK = ": no version information available (required by ";

    private StandIns() {}

    /** Adds to {@code programs}, where FFmpeg is unpacked, what this system lacks. */
    static void complete(Path programs) throws IOException {
        var machine = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
        complete(
                programs,
                PLACES.stream().map(place -> Path.of(place.formatted(machine))).toList());
    }

    /** The same for a system that keeps its libraries in {@code places}. */
    static void complete(Path programs, List<Path> places) throws IOException {
        if (!Files.exists(programs.resolve(SOURCE))) return;
        for (var name : DEVICES) {
            if (places.stream().noneMatch(place -> Files.exists(place.resolve(name)))) {
                Files.createSymbolicLink(programs.resolve(name), Path.of(SOURCE));
            }
        }
    }

    /** What a program said, without the loader's remarks on stand-ins. */
    static String withoutRemarks(String said) {
        return said.lines().filter(line -> !line.contains(REMARK)).collect(Collectors.joining("\n"));
    }
}
