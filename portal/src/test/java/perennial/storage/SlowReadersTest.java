package perennial.storage;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import perennial.PortalTest;

/** Thousands of players that ask for much and take little, and players that go away, cost others nothing. */
@Import({ByteServingTest.Shelf.class, ByteServingTest.Open.class})
@ExtendWith(OutputCaptureExtension.class)
class SlowReadersTest extends PortalTest {
    /** Fewer where the system lets a process open few files: both ends of each are in this one. */
    private static final int READERS = (int) Math.min(2_400, (system().getMaxFileDescriptorCount() - 1_000) / 3);

    private static final long MIB = 1 << 20;
    private static final long BIG = 64 * MIB;
    private static final long SMALL = 10_000;
    /** Of direct memory, for all of them. */
    private static final long ROOM = 64 * MIB;

    @Autowired
    BlobStore store;

    private final List<Socket> readers = new ArrayList<>();
    private final BlobId blob = BlobId.random();

    @BeforeEach
    void shelve() throws IOException {
        try (var writer = store.write(blob)) {
            writer.seal();
        }
        try (var file = FileChannel.open(store.localFile(blob), StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.allocate(1), BIG - 1);
        }
        ByteServingTest.SHELF.put("whole", new Composite(List.of(new Piece(blob, 0, BIG))));
        ByteServingTest.SHELF.put(
                "pieces", new Composite(List.of(new Piece(blob, 0, 8 * MIB), new Piece(blob, MIB, 8 * MIB))));
    }

    @AfterEach
    void leave() throws IOException {
        for (var reader : readers) reader.close();
        ByteServingTest.SHELF.clear();
        store.delete(blob);
    }

    @Test
    void doNotHoldUpOthersAndLeaveNothingBehind(CapturedOutput said) throws Exception {
        assertThat(served("whole", 0)).isEqualTo(SMALL);
        assertThat(served("pieces", 8 * MIB - 5)).isEqualTo(SMALL);
        var filesBefore = openFiles();
        var memoryBefore = directMemory();
        var threadsBefore = platformThreads();

        for (var i = 0; i < READERS; i++) {
            // every other one across a joint, where the portal itself copies
            readers.add(i % 2 == 0 ? reader("whole", 0, 32 * MIB) : reader("pieces", 7 * MIB, 8 * MIB));
        }
        for (var reader : readers) {
            assertThat(firstLine(reader)).isEqualTo("HTTP/1.1 206 ");
        }

        assertThat(served("whole", 40 * MIB)).isEqualTo(SMALL);
        assertThat(served("pieces", 8 * MIB - 5)).isEqualTo(SMALL);
        assertThat(directMemory() - memoryBefore).isLessThan(ROOM);
        assertThat(platformThreads()).as("no thread of the system for a player").isLessThan(threadsBefore + 50);

        for (var reader : readers) {
            reader.setOption(
                    StandardSocketOptions.SO_LINGER, 0); // cuts the connection at once, as a closed laptop would
            reader.close();
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> openFiles() < filesBefore + 20);
        assertThat(served("whole", 1)).isEqualTo(SMALL);
        assertThat(said.toString().lines())
                .filteredOn(line -> line.contains(" WARN ") || line.contains(" ERROR "))
                .as("what the web server's threads complain about")
                .noneMatch(line -> line.contains("omcat-") || line.contains("perennial.web"));
    }

    /** A reader that has asked, with a small window, and reads no further than it must. */
    private Socket reader(String name, long first, long length) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), at("").getPort()));
        var request = "GET /test-shelf/%s HTTP/1.1\r\nHost: 127.0.0.1\r\nRange: bytes=%d-%d\r\n\r\n"
                .formatted(name, first, first + length - 1);
        socket.getOutputStream().write(request.getBytes(US_ASCII));
        return socket;
    }

    private static String firstLine(Socket reader) throws IOException {
        return new String(reader.getInputStream().readNBytes(13), US_ASCII);
    }

    private int served(String name, long first) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(at("/test-shelf/" + name))
                    .timeout(Duration.ofSeconds(20))
                    .header("Range", "bytes=%d-%d".formatted(first, first + SMALL - 1))
                    .build();
            return client.send(request, BodyHandlers.ofByteArray()).body().length;
        }
    }

    private static long openFiles() {
        return system().getOpenFileDescriptorCount();
    }

    private static UnixOperatingSystemMXBean system() {
        return (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    }

    private static int platformThreads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }

    private static long directMemory() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }
}
