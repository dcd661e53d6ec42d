package perennial.video;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * What is put in front of FFmpeg's command line so that a hostile file does little harm: limits on memory and open files,
 * a lower priority, death together with the portal and, where the system has and permits it, a sandbox without network that
 * sees nothing but the libraries, the inputs and one folder to write in.
 *
 * <p>Each tool replaces itself by the next, so the process that is started is the one that works.
 */
final class FFmpegCage {
    private static final List<Path> PLACES = List.of(Path.of("/usr/bin"), Path.of("/bin"), Path.of("/usr/sbin"));
    private static final List<String> SYSTEM = List.of("/lib", "/lib64", "/etc/ld.so.cache", "/etc/alternatives");

    private final DataSize memory;
    private final boolean sandboxed;

    FFmpegCage(DataSize memory, boolean sandboxed) {
        this.memory = memory;
        this.sandboxed = sandboxed;
    }

    static boolean hasSandbox() {
        return tool("bwrap").isPresent();
    }

    /** In words, for the operators' page. */
    String description() {
        var held = tool("prlimit").isPresent() ? "memory limit " + memory.toMegabytes() + " MB" : "no memory limit";
        var sandbox = sandboxed
                ? "in a sandbox (bwrap) without network"
                : hasSandbox()
                        ? "without a sandbox: bwrap is not permitted here"
                        : "without a sandbox: bwrap is not installed";
        return "FFmpeg runs %s; forced demuxers, local files only, %s".formatted(sandbox, held);
    }

    List<String> prefix(Path tools, List<Path> reads, @Nullable Path folder) {
        var prefix = new ArrayList<String>();
        tool("setpriv").ifPresent(at -> prefix.addAll(List.of(at, "--pdeathsig", "KILL")));
        tool("prlimit")
                .ifPresent(at -> prefix.addAll(List.of(at, "--as=" + memory.toBytes(), "--core=0", "--nofile=1024")));
        tool("nice").ifPresent(at -> prefix.addAll(List.of(at, "-n", "10")));
        if (sandboxed) tool("bwrap").ifPresent(at -> prefix.addAll(sandbox(at, tools, reads, folder)));
        return prefix;
    }

    private static List<String> sandbox(String bwrap, Path tools, List<Path> reads, @Nullable Path folder) {
        var words = new ArrayList<>(List.of(bwrap, "--unshare-all", "--die-with-parent", "--new-session"));
        words.addAll(List.of("--cap-drop", "ALL", "--ro-bind", "/usr", "/usr"));
        for (var path : SYSTEM) words.addAll(List.of("--ro-bind-try", path, path));
        words.addAll(List.of("--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp"));
        words.addAll(List.of("--ro-bind", tools.toString(), tools.toString()));
        if (folder != null) words.addAll(List.of("--bind", folder.toString(), folder.toString()));
        for (var file : reads) words.addAll(List.of("--ro-bind", file.toString(), file.toString()));
        words.addAll(List.of("--chdir", (folder == null ? tools : folder).toString(), "--"));
        return words;
    }

    /** Only Linux has them all; on macOS these tools are missing, or drop what the programs need from the environment. */
    private static Optional<String> tool(String name) {
        if (!System.getProperty("os.name").equals("Linux")) return Optional.empty();
        return PLACES.stream()
                .map(place -> place.resolve(name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }
}
