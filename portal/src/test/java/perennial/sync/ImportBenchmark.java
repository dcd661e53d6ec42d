package perennial.sync;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import perennial.Perennial;
import perennial.storage.BlobId;
import perennial.storage.BlobStore;
import perennial.storage.BlobWriter;
import perennial.zoom.ByteSink;
import perennial.zoom.FileKind;
import perennial.zoom.Zoom;
import perennial.zoom.ZoomAccess;
import perennial.zoom.ZoomAccount;
import perennial.zoom.ZoomCredentials;

/**
 * The portal as {@code bench/import/run} drives it: for each line on standard input it fetches the address into its store,
 * sealed, and prints {@code RESULT} with seconds, CPU seconds and megabytes of heap at the peak.
 */
public final class ImportBenchmark {
    private final BlobStore store;
    private final ZoomAccount account;
    private final URI address;

    private ImportBenchmark(BlobStore store, Zoom zoom, URI address) {
        this.store = store;
        this.address = address;
        this.account = account(zoom, address);
    }

    public static void main(String[] arguments) throws IOException {
        var portal = SpringApplication.run(Perennial.class);
        var benchmark = new ImportBenchmark(
                portal.getBean(BlobStore.class), portal.getBean(Zoom.class), URI.create(arguments[0]));
        benchmark.measure();
        try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            while (in.readLine() != null) benchmark.measure();
        }
        portal.close();
    }

    /** An account that trusts the address's host and needs no token of a server. */
    public static ZoomAccount account(Zoom zoom, URI address) {
        var host = address.resolve("/");
        return zoom.account(
                new ZoomAccess(new ZoomCredentials.Jwt("bench", "bench"), host.resolve("/"), host.resolve("/v2")));
    }

    /** Fetches {@code address} once, as an import does, and throws the blob away. */
    public static void fetch(BlobStore store, ZoomAccount account, URI address) throws IOException {
        var id = BlobId.random();
        try (var writer = store.write(id)) {
            account.download(address, FileKind.MEDIA, 0, null, new Into(writer));
            writer.seal();
        }
        store.delete(id);
    }

    private void measure() throws IOException {
        System.gc();
        heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
        var before = heapPools().mapToLong(pool -> pool.getUsage().getUsed()).sum();
        var cpu = cpu();
        var begin = System.nanoTime();
        fetch(store, account, address);
        var seconds = (System.nanoTime() - begin) / 1e9;
        var heap = heapPools().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() - before;
        System.out.printf(Locale.ROOT, "RESULT %.3f %.3f %d%n", seconds, cpu() - cpu, heap >> 20);
    }

    private static Stream<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP);
    }

    private static double cpu() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1e9;
    }

    private record Into(BlobWriter writer) implements ByteSink {
        @Override
        public void restart() throws IOException {
            writer.restart();
        }

        @Override
        public void write(ByteBuffer chunk) throws IOException {
            writer.write(chunk);
        }
    }
}
