package perennial.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import perennial.library.AtZoom;
import perennial.library.MediaId;
import perennial.library.MediaPurged;
import perennial.storage.BlobId;
import perennial.storage.FreedBlobs;

/**
 * Tells the bin whether Zoom still has a recording, and lets go of a recording's bytes when the last video of it is purged. Its
 * line stays in the ledger, skipped, so that it is neither imported again nor deleted at Zoom (D8).
 */
@Component
class PurgedRecordings implements AtZoom {
    private final JdbcClient jdbc;
    private final Events events;
    private final FreedBlobs blobs;

    PurgedRecordings(JdbcClient jdbc, Events events, FreedBlobs blobs) {
        this.jdbc = jdbc;
        this.events = events;
        this.blobs = blobs;
    }

    /** Where it cannot be said whether Zoom has it, here is the only copy: a call to delete may have reached Zoom. */
    @Override
    public Map<MediaId, Copy> of(List<MediaId> items) {
        return jdbc
                .sql("""
                        select item.id, bool_or(
                            r.state in ('deleted-at-zoom', 'gone-at-zoom') or r.at_zoom <> 'present'
                            or exists (select 1 from deletion_intent i where i.recording_id = r.id
                                and (i.state = 'called' or i.state = 'intended' and i.calling_at is not null))) as gone
                        from zoom_recording r cross join lateral unnest(r.media_ids) as item (id)
                        where r.media_ids && :ids::uuid[] and item.id = any(:ids)
                        group by item.id""")
                .param("ids", items.stream().map(MediaId::value).toArray(UUID[]::new))
                .query((row, number) -> Map.entry(
                        new MediaId(row.getObject("id", UUID.class)),
                        row.getBoolean("gone") ? Copy.GONE : Copy.PRESENT))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @EventListener
    void purged(MediaPurged purged) {
        for (var id : withoutItems(purged.id())) {
            var files = letGo(id);
            jdbc.sql("""
                            update zoom_recording set state = 'skipped', reason = 'Removed in the portal.',
                                skipped_by_rule = false
                            where id = :id and state not in ('deleted-at-zoom', 'gone-at-zoom')""").param("id", id.value()).update();
            blobs.free(files);
            events.add(id, "purged", "Purged in the portal by %s. Its files are let go.".formatted(purged.by()));
        }
    }

    /**
     * The recordings that this was the last item of, each locked until the transaction ends. They are locked before they are
     * asked about: of two purges at once, the later one must see that the earlier one's item is gone.
     */
    private List<RecordingId> withoutItems(MediaId last) {
        var locked = recordings("""
                select r.id from zoom_recording r where r.media_ids @> array[:item]::uuid[]
                order by r.id for update""", last);
        if (locked.isEmpty()) return locked;
        return recordings("""
                select r.id from zoom_recording r
                where r.media_ids @> array[:item]::uuid[]
                    and not exists (select 1 from media_standing m where m.id = any(r.media_ids))""", last);
    }

    private List<RecordingId> recordings(String sql, MediaId item) {
        return jdbc.sql(sql)
                .param("item", item.value())
                .query((row, number) -> new RecordingId(row.getObject("id", UUID.class)))
                .list();
    }

    private List<BlobId> letGo(RecordingId id) {
        var files = new ArrayList<BlobId>();
        files.addAll(named("select blob_id from zoom_file where recording_id = :id and blob_id is not null", id));
        files.addAll(named(
                "delete from zoom_join where recording_id = :id returning coalesce(blob_id, part_id) as blob_id", id));
        files.addAll(named("delete from zoom_fitted where recording_id = :id returning blob_id", id));
        jdbc.sql("""
                        update zoom_file set state = 'left-out', left_out_by = 'rule', reason = 'Purged in the portal.',
                            blob_id = null, part_id = null
                        where recording_id = :id""").param("id", id.value()).update();
        return files;
    }

    private List<BlobId> named(String sql, RecordingId id) {
        return jdbc.sql(sql)
                .param("id", id.value())
                .query((row, number) -> new BlobId(row.getObject("blob_id", UUID.class)))
                .list();
    }
}
