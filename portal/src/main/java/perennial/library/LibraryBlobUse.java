package perennial.library;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import perennial.storage.BlobId;
import perennial.storage.BlobUse;

/** Tells storage which blobs the library still shows, plays or gives out. */
@Component
class LibraryBlobUse implements BlobUse {
    private final JdbcClient jdbc;

    LibraryBlobUse(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<BlobId> used(Collection<BlobId> candidates) {
        var used = jdbc.sql("""
                        select c.blob from unnest(:blobs::uuid[]) as c (blob)
                        where exists (select 1 from piece p where p.blob = c.blob)
                            or exists (select 1 from media_original o where o.blob = c.blob)
                            or exists (select 1 from storyboard_sheet b where b.blob = c.blob)
                            or exists (select 1 from media m where m.poster = c.blob)""")
                .param("blobs", candidates.stream().map(BlobId::value).toArray(UUID[]::new))
                .query((row, number) -> new BlobId(row.getObject("blob", UUID.class)))
                .list();
        return Set.copyOf(used);
    }
}
