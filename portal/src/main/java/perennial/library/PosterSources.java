package perennial.library;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import perennial.storage.BlobId;
import perennial.storage.Blobs;
import perennial.video.Posters;

/** Finds the files that still pictures of an item can be taken from. */
@Repository
class PosterSources {
    private final JdbcClient jdbc;
    private final Blobs blobs;

    PosterSources(JdbcClient jdbc, Blobs blobs) {
        this.jdbc = jdbc;
        this.blobs = blobs;
    }

    /**
     * @param blob a whole MP4, absent where there is nothing to look at
     * @param at the moment to take
     */
    record Source(int version, Optional<BlobId> blob, Duration at) {}

    /** Empty if the item is gone. */
    Optional<Source> of(MediaId media) {
        return jdbc.sql("select version, length_ms, poster_at_ms from media where id = :id")
                .param("id", media.value())
                .query((row, number) -> source(
                        media,
                        row.getInt("version"),
                        Duration.ofMillis(row.getLong("length_ms")),
                        row.getObject("poster_at_ms", Long.class)))
                .optional();
    }

    /**
     * A file that shows a part of an item.
     *
     * @param start where it begins in the item
     */
    record Stretch(BlobId blob, Duration start, Duration length) {}

    /** The files that show a version of an item from beginning to end, in order; none where there is nothing to look at. */
    List<Stretch> stretches(MediaId media, int version) {
        var length = jdbc.sql("select length_ms from media where id = :id")
                .param("id", media.value())
                .query(Long.class)
                .optional()
                .orElse(0L);
        return joined(media, version)
                .map(blob -> List.of(new Stretch(blob, Duration.ZERO, Duration.ofMillis(length))))
                .orElseGet(() -> originals(media, version, length));
    }

    /** Of the first view there is something to see of. */
    private List<Stretch> originals(MediaId media, int version, long length) {
        return jdbc.sql("""
                        select distinct on (o.segment) o.blob, coalesce(begins.start_ms, 0) as start_ms,
                            coalesce(ends.start_ms, :length) as end_ms
                        from (select * from media_stream
                              where media = :media and version = :version and not audio_only
                              order by position limit 1) s
                            join media_original o
                                on o.media = s.media and o.version = s.version and o.recording_type = s.view
                            left join media_segment begins
                                on begins.media = s.media and begins.version = s.version and begins.position = o.segment
                            left join media_segment ends
                                on ends.media = s.media and ends.version = s.version and ends.position = o.segment + 1
                        where o.type = 'MP4'
                        order by o.segment, o.position""")
                .param("media", media.value())
                .param("version", version)
                .param("length", length)
                .query((row, number) -> new Stretch(
                        new BlobId(row.getObject("blob", UUID.class)),
                        Duration.ofMillis(row.getLong("start_ms")),
                        Duration.ofMillis(Math.max(0, row.getLong("end_ms") - row.getLong("start_ms")))))
                .list();
    }

    /**
     * The joined file where it is one blob. A file of many pieces is no file that a program could open, so the first original
     * that it is made of serves, at the moment that suits its own length.
     */
    private Source source(MediaId media, int version, Duration length, @Nullable Long wanted) {
        var joined = joined(media, version);
        var moment = wanted == null ? Posters.moment(length) : Duration.ofMillis(wanted);
        if (joined.isPresent()) return new Source(version, joined, moment);
        return original(media, version, length, wanted)
                .orElseGet(() -> new Source(version, Optional.empty(), Duration.ZERO));
    }

    private Optional<BlobId> joined(MediaId media, int version) {
        return jdbc.sql("""
                        select p.blob, p.length_bytes
                        from media_stream s
                            join piece p on p.media = s.media and p.version = s.version and p.view = s.view
                        where s.media = :media and s.version = :version and not s.audio_only
                          and p.position = 0 and p.offset_bytes = 0
                          and not exists (
                              select 1 from piece next
                              where next.media = p.media and next.version = p.version and next.view = p.view
                                  and next.position = 1)
                        order by s.position limit 1""")
                .param("media", media.value())
                .param("version", version)
                .query((row, number) ->
                        new Part(new BlobId(row.getObject("blob", UUID.class)), row.getLong("length_bytes")))
                .optional()
                .filter(part -> blobs.find(part.blob).stream().anyMatch(blob -> blob.size() == part.length))
                .map(Part::blob);
    }

    /** The first segment of it, as long as that is, or the one that somebody wants a picture of. */
    private Optional<Source> original(MediaId media, int version, Duration length, @Nullable Long wanted) {
        return jdbc.sql("""
                        select o.blob, coalesce(begins.start_ms, 0) as start_ms, coalesce(ends.start_ms, :length) as end_ms
                        from media_stream s join media_original o
                            on o.media = s.media and o.version = s.version and o.recording_type = s.view
                            left join media_segment begins
                                on begins.media = s.media and begins.version = s.version and begins.position = o.segment
                            left join media_segment ends
                                on ends.media = s.media and ends.version = s.version and ends.position = o.segment + 1
                        where s.media = :media and s.version = :version and not s.audio_only and o.type = 'MP4'
                        order by (:wanted >= coalesce(begins.start_ms, 0)
                                and :wanted < coalesce(ends.start_ms, :length + 1)) desc,
                            s.position, o.segment
                        limit 1""")
                .param("media", media.value())
                .param("version", version)
                .param("length", length.toMillis())
                .param("wanted", wanted == null ? -1 : wanted)
                .query((row, number) -> new Source(
                        version,
                        Optional.of(new BlobId(row.getObject("blob", UUID.class))),
                        moment(row.getLong("start_ms"), row.getLong("end_ms"), wanted)))
                .optional();
    }

    /** On the clock of the part from {@code start} to {@code end}. */
    private static Duration moment(long start, long end, @Nullable Long wanted) {
        if (wanted != null && wanted >= start && wanted <= end) return Duration.ofMillis(wanted - start);
        return Posters.moment(Duration.ofMillis(end - start));
    }

    private record Part(BlobId blob, long length) {}
}
