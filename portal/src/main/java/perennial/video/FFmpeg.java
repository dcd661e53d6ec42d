package perennial.video;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.util.function.SingletonSupplier;

/**
 * Runs the bundled FFmpeg, and is the only class of the portal's modules that starts programs on media. No shell, no
 * network, no input from us, a limit on time, memory and parallel runs; what still runs when the portal stops is killed.
 *
 * <p>An interrupted thread kills its run and gets a {@link CancellationException}: that is no fault of the file.
 */
@Service
public class FFmpeg implements DisposableBean {
    private static final int LONGEST_OUTPUT = 1024 * 1024;
    private static final int LONGEST_COMPLAINT = 4096;

    private final SingletonSupplier<Installed> installed;
    private final VideoProperties properties;
    private final Semaphore turns;
    private final Set<Process> running = ConcurrentHashMap.newKeySet();
    /**
     * Starts all processes. The kernel's "die with the parent" means the parent's thread, and a job's thread is shorter-lived
     * than the portal.
     */
    private final ExecutorService starter = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "ffmpeg-starter");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Does nothing yet: at the first run the programs are unpacked into {@code folder} if need be, which takes seconds once,
     * and tried in a sandbox.
     */
    public FFmpeg(@Value("${perennial.tools}") Path folder, VideoProperties properties) {
        this.properties = properties;
        this.turns = new Semaphore(properties.runs(), true);
        this.installed = SingletonSupplier.of(() -> install(folder));
    }

    /** The programs where they lie, and how they are run. */
    private record Installed(FFmpegTools tools, FFmpegCage cage) {}

    private Installed install(Path folder) {
        try {
            var tools = FFmpegTools.unpack(folder);
            var caged = new Installed(tools, new FFmpegCage(properties.memory(), true));
            boolean sandboxed = FFmpegCage.hasSandbox() && runs(caged);
            return new Installed(tools, new FFmpegCage(properties.memory(), sandboxed));
        } catch (IOException e) {
            throw new UncheckedIOException("FFmpeg could not be unpacked below " + folder, e);
        }
    }

    /** How FFmpeg is caged on this machine, as a sentence for the operators' page. */
    public String sandbox() {
        return installed.obtain().cage().description();
    }

    /** Longest time one run may take. */
    Duration longestRun() {
        return properties.longestRun();
    }

    /** Runs once a turn is free; look-ups with {@code ffprobe} do not wait. Gives what the program printed. */
    FFmpegOutput run(FFmpegRun run) {
        boolean waits = run.program().equals(FFmpegRun.FFMPEG);
        try {
            if (waits) turns.acquire();
            try {
                return start(run, installed.obtain()).finish();
            } finally {
                if (waits) turns.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException(run.work() + " was stopped.");
        }
    }

    @Override
    public void destroy() {
        starter.shutdown();
        running.forEach(Process::destroyForcibly);
    }

    private boolean runs(Installed candidate) {
        var version = new FFmpegRun(
                FFmpegRun.FFMPEG, "Trying the sandbox", List.of(), null, Duration.ofSeconds(20), List.of("-version"));
        try {
            start(version, candidate).finish();
            return true;
        } catch (MediaException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Running start(FFmpegRun run, Installed installed) throws InterruptedException {
        var tools = installed.tools().folder();
        var words = new ArrayList<>(installed.cage().prefix(tools, run.reads(), run.folder()));
        words.addAll(run.words(tools));
        var builder = new ProcessBuilder(words).directory((run.folder() == null ? tools : run.folder()).toFile());
        var environment = builder.environment();
        environment.clear();
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("LD_LIBRARY_PATH", tools.toString());
        environment.put("MALLOC_ARENA_MAX", "2"); // else each thread claims 64 MB of the address space
        var started = CompletableFuture.supplyAsync(() -> start(builder), starter);
        try {
            return new Running(run, started.get());
        } catch (InterruptedException e) {
            var _ = started.thenAccept(this::end); // nobody waits for it any more
            throw e;
        } catch (ExecutionException e) {
            throw new MediaException.Failed("FFmpeg could not be started: " + e.getCause(), e);
        }
    }

    private Process start(ProcessBuilder builder) {
        try {
            var process = builder.start();
            running.add(process);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void end(Process process) {
        process.destroyForcibly();
        running.remove(process);
    }

    private final class Running {
        private final FFmpegRun run;
        private final Process process;

        Running(FFmpegRun run, Process process) {
            this.run = run;
            this.process = process;
        }

        FFmpegOutput finish() throws InterruptedException {
            try {
                process.getOutputStream().close();
                var said = read(process.getInputStream(), LONGEST_OUTPUT);
                var complained = read(process.getErrorStream(), LONGEST_COMPLAINT);
                if (!process.waitFor(run.limit().toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new MediaException.TooLong(run.work(), run.limit());
                }
                var complaints = StandIns.withoutRemarks(complained.join()).strip();
                if (process.exitValue() != 0) throw failed(complaints);
                return new FFmpegOutput(said.join(), complaints);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                end(process);
            }
        }

        private MediaException failed(String complaint) {
            var reason = complaint.isEmpty() ? "FFmpeg ended with status " + process.exitValue() : complaint;
            return new MediaException.Failed("%s did not succeed: %s".formatted(run.work(), reason));
        }

        /** Reads to the end so that the program never waits for us, and keeps the last {@code most} bytes. */
        private CompletableFuture<String> read(InputStream in, int most) {
            var text = new CompletableFuture<String>();
            Thread.ofVirtual().start(() -> {
                try (in) {
                    text.complete(new String(Tail.read(in, most), StandardCharsets.UTF_8));
                } catch (IOException e) {
                    text.complete(""); // killed
                }
            });
            return text;
        }
    }
}
