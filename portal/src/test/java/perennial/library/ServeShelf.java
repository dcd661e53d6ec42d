package perennial.library;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.ResponseEntity;
import org.springframework.util.StreamUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.util.pattern.PathPatternParser;
import perennial.Perennial;
import perennial.people.CurrentPerson;
import perennial.people.Role;
import perennial.storage.Blob;
import perennial.storage.BlobId;
import perennial.storage.BlobStore;
import perennial.storage.Blobs;
import perennial.storage.Composite;
import perennial.storage.Piece;
import perennial.sync.ImportBenchmark;
import perennial.zoom.Zoom;

/** The portal as {@code bench/serve/run} measures it: one item with big sparse files, and a token that may see it. */
final class ServeShelf {
    private static final Path HOME = Path.of(System.getenv("PERENNIAL_HOME"));

    private ServeShelf() {}

    public static void main(String[] arguments) throws IOException, NoSuchMethodException {
        var portal = new SpringApplication(Perennial.class, LibraryFixture.class, Streamed.class).run(arguments);
        portal.getBean(Streamed.class)
                .map(portal.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class));
        var fixture = portal.getBean(LibraryFixture.class);
        var author = fixture.person(Role.ADMINISTRATOR);
        var lines = new ArrayList<String>();
        var streams = new ArrayList<StreamPart>();
        for (var size : Arrays.stream(System.getenv("BENCH_SIZES").split(" "))
                .mapToLong(Long::parseLong)
                .toArray()) {
            var whole = sparse(portal, size);
            var half = size / 2;
            streams.add(new StreamPart("single_" + size, Composite.of(whole), 1280, 720, false));
            streams.add(new StreamPart(
                    "pieces_" + size,
                    new Composite(List.of(
                            new Piece(whole.id(), 0, half),
                            new Piece(sparse(portal, half).id(), 0, half))),
                    1280,
                    720,
                    false));
            lines.add("blob_%d=%s".formatted(size, whole.id()));
        }
        var content = new Content(Duration.ofHours(1), streams, List.of(), List.of(), List.of(), List.of());
        var id = portal.getBean(Library.class)
                .add(new NewMedia(
                        "zoom:bench/1", "Bench", author.id(), LibraryFixture.RECORDED, Wish.PUBLISHED, content));
        var database = portal.getBean(HikariDataSource.class);
        lines.add("media=" + id);
        lines.add("token=" + fixture.token(author));
        lines.add("url=" + database.getJdbcUrl());
        lines.add("user=" + database.getUsername());
        lines.add("password=" + database.getPassword());
        Files.write(Path.of(System.getenv("BENCH_SHELF")), lines);
        Files.createFile(HOME.resolve("ready"));
        for (var i = 0; i < 2; i++) Thread.ofVirtual().start(() -> importWhenAsked(portal));
    }

    /** As long as the file {@code import} is in the data folder. */
    private static void importWhenAsked(ConfigurableApplicationContext portal) {
        var source = URI.create(System.getenv("BENCH_SOURCE"));
        var account = ImportBenchmark.account(portal.getBean(Zoom.class), source);
        try {
            while (portal.isActive()) {
                if (Files.exists(HOME.resolve("import"))) {
                    ImportBenchmark.fetch(portal.getBean(BlobStore.class), account, source);
                } else {
                    Thread.sleep(50);
                }
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Blob sparse(ConfigurableApplicationContext portal, long size) throws IOException {
        var store = portal.getBean(BlobStore.class);
        var id = BlobId.random();
        try (var writer = store.write(id)) {
            writer.seal();
        }
        try (var file = FileChannel.open(store.localFile(id), StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.allocate(1), size - 1);
        }
        var blob = new Blob(id, size, "0".repeat(64));
        portal.getBean(Blobs.class).record(blob);
        return blob;
    }

    /** The usual way of Spring's, with the same rights: the peer for files made of pieces. */
    static class Streamed {
        private final VisibleBytes visible;
        private final CurrentPerson person;
        private final BlobStore store;

        Streamed(VisibleBytes visible, CurrentPerson person, BlobStore store) {
            this.visible = visible;
            this.person = person;
            this.store = store;
        }

        /** By hand and not as a controller, which every test would find. */
        void map(RequestMappingHandlerMapping routes) throws NoSuchMethodException {
            var method = Streamed.class.getDeclaredMethod("get", String.class, String.class, String.class);
            var options = new RequestMappingInfo.BuilderConfiguration();
            options.setPatternParser(new PathPatternParser());
            var route = RequestMappingInfo.paths("/media/{id}/streamed/{view}").options(options);
            routes.registerMapping(route.build(), this, method);
        }

        ResponseEntity<StreamingResponseBody> get(
                @PathVariable String id, @PathVariable String view, @RequestHeader("Range") String range) {
            var bytes = visible.view(
                            MediaId.asked(id), view, null, person.require().id())
                    .orElseThrow()
                    .bytes();
            var ends = range.replace("bytes=", "").split("-", 2);
            var first = Long.parseLong(ends[0]);
            var length = Long.parseLong(ends[1]) - first + 1;
            StreamingResponseBody body = to -> {
                var skip = first;
                var left = length;
                for (var piece : bytes.pieces()) {
                    if (left > 0 && skip < piece.length()) {
                        var part = Math.min(left, piece.length() - skip);
                        try (var in = Files.newInputStream(store.localFile(piece.blob()))) {
                            StreamUtils.copyRange(in, to, piece.offset() + skip, piece.offset() + skip + part - 1);
                        }
                        left -= part;
                        skip = 0;
                    } else {
                        skip -= piece.length();
                    }
                }
            };
            return ResponseEntity.status(206)
                    .header("Content-Range", "bytes %d-%d/%d".formatted(first, first + length - 1, bytes.length()))
                    .contentLength(length)
                    .body(body);
        }
    }
}
