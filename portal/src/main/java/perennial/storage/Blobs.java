package perennial.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows of whole blobs. A blob has its row only after its bytes are durable. */
@Service
public class Blobs {
    private static final int COPY_BYTES = 1 << 20;

    private final JdbcClient jdbc;
    private final Parts parts;
    private final BlobStore store;
    private final TransactionTemplate transaction;

    Blobs(JdbcClient jdbc, Parts parts, BlobStore store, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.parts = parts;
        this.store = store;
        this.transaction = transaction;
    }

    /**
     * Records a blob that {@link BlobWriter#seal} made whole. Joins the caller's transaction, so that the blob and the row that uses it appear
     * together. Recording the same blob again changes nothing.
     */
    public void record(Blob blob) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                            insert into blob (id, size_bytes, sha256) values (:id, :size, :sha256)
                            on conflict (id) do nothing""")
                    .param("id", blob.id().value())
                    .param("size", blob.size())
                    .param("sha256", blob.sha256())
                    .update();
            parts.forget(blob.id());
        });
    }

    public Optional<Blob> find(BlobId id) {
        return jdbc.sql("select id, size_bytes, sha256 from blob where id = :id")
                .param("id", id.value())
                .query((row, n) -> new Blob(id, row.getLong("size_bytes"), row.getString("sha256")))
                .optional();
    }

    /** Copies a file that the portal made itself (a poster, a joined video) into the store, and records it. */
    public Blob store(Path file) throws IOException {
        Blob blob;
        try (var source = FileChannel.open(file);
                var writer = store.write(BlobId.random())) {
            var buffer = ByteBuffer.allocateDirect(COPY_BYTES);
            while (source.read(buffer) >= 0) {
                writer.write(buffer.flip());
                buffer.clear();
            }
            blob = writer.seal();
        }
        record(blob);
        return blob;
    }

    /** Of {@code ids}, those that are recorded. */
    List<BlobId> among(List<BlobId> ids) {
        return jdbc.sql("select id from blob where id = any(:ids)")
                .param("ids", ids.stream().map(BlobId::value).toArray(UUID[]::new))
                .query((row, n) -> new BlobId(row.getObject("id", UUID.class)))
                .list();
    }
}
