package perennial.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which recordings may be deleted at Zoom, and why not the others: one query over the ledger (D2, D8). Only the rule about
 * topics is looked at here in Java, as its expressions are Java's.
 */
@Repository
class DeletionGate {
    /** Parameters: {@code now}; and what the restriction put into it names. */
    static final String QUERY = """
            select r.id, r.topic, r.started_at, r.kept_at_zoom, w.looked_at, coalesce(w.finding, '') as finding,
                f.*, i.*, r.media_ids, c.topic_include, c.topic_exclude, c.delete_grace_ms, c.delete_unimported,
                greatest(r.imported_at, f.verified_at) + c.delete_grace_ms * interval '1 millisecond' as grace_until,
                array_remove(array[
                    case when not c.enabled then 'connection-off' end,
                    case when not c.delete_from_zoom then 'deletion-off' end,
                    case when r.state in ('deleted-at-zoom', 'gone-at-zoom') then 'gone' end,
                    case when r.state in ('found', 'waiting', 'importing', 'failed') or r.imported_at is null then 'not-imported' end,
                    case when r.state = 'skipped' then 'skipped' end,
                    case when r.kept_at_zoom <> '' then 'kept' end,
                    case when r.at_zoom <> 'present' then 'remote-unknown' end,
                    case when cardinality(c.users) > 0 and not exists (
                        select 1 from unnest(c.users) as u (email)
                        where lower(btrim(u.email)) = lower(btrim(r.host_email))) then 'host-not-listed' end,
                    case when (r.started_at at time zone 'UTC')::date < c.fetch_from then 'before-fetch-from' end,
                    case when not c.webinars and r.meeting_type in (5, 6, 9) then 'webinar' end,
                    case when f.missing > 0 or f.stored = 0 then 'files-missing' end,
                    case when f.left_out > 0 and not c.delete_unimported then 'left-out' end,
                    case when f.no_address > 0 then 'no-address' end,
                    case when f.quarantined > 0 then 'quarantine' end,
                    case when f.wrong_size > 0 then 'wrong-size' end,
                    case when f.durable < f.stored then 'not-durable' end,
                    case when f.verified < f.stored then 'not-verified' end,
                    case when i.items = 0 then 'no-item' end,
                    case when i.removed > 0 then 'removed' end,
                    case when i.processing > 0 then 'item-processing' end,
                    case when f.verified < f.stored
                        or greatest(r.imported_at, f.verified_at) + c.delete_grace_ms * interval '1 millisecond' > :now
                        then 'grace' end
                ], null) as blocks
            from zoom_recording r
            join zoom_connection c on c.zoom_account = r.zoom_account
            left join deletion_work w on w.id = r.id
            cross join lateral (
                select count(*) filter (where z.state <> 'left-out' or z.left_out_by <> 'unlisted') as files,
                    count(*) filter (where z.state = 'stored') as stored,
                    count(*) filter (where z.state not in ('stored', 'left-out')) as missing,
                    count(*) filter (where z.state = 'left-out' and z.left_out_by = 'rule') as left_out,
                    count(*) filter (where z.state = 'left-out' and z.left_out_by = 'address') as no_address,
                    count(*) filter (where z.state = 'stored' and z.size_said <> z.size_bytes) as wrong_size,
                    count(*) filter (where z.state = 'stored'
                        and b.sha256 = z.sha256 and b.size_bytes = z.size_bytes) as durable,
                    count(*) filter (where z.state = 'stored' and z.verified_at is not null) as verified,
                    count(*) filter (where z.quarantine <> '') as quarantined,
                    coalesce(sum(z.size_bytes) filter (where z.state = 'stored'), 0)::bigint as bytes,
                    max(z.stored_at) filter (where z.state = 'stored') as stored_at,
                    max(z.verified_at) as verified_at
                from zoom_file z left join blob b on b.id = z.blob_id
                where z.recording_id = r.id
            ) f
            cross join lateral (
                select count(*) as items,
                    count(*) filter (where m.id is null or m.status = 'DELETED') as removed,
                    count(*) filter (where m.status = 'PROCESSING') as processing,
                    coalesce(array_agg(coalesce(m.status, 'DELETED') order by item.position), '{}') as item_statuses
                from unnest(r.media_ids) with ordinality as item (id, position)
                left join media_standing m on m.id = item.id
            ) i
            where %s""";

    private final JdbcClient jdbc;
    private final Clock clock;

    DeletionGate(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Empty when the connection of its account is gone, and with it any right to delete. */
    Optional<DeletionStanding> of(RecordingId id) {
        return Optional.ofNullable(of(List.of(id)).get(id));
    }

    Map<RecordingId, DeletionStanding> of(Collection<RecordingId> ids) {
        var standings = new LinkedHashMap<RecordingId, DeletionStanding>();
        jdbc.sql(QUERY.formatted("r.id = any(:ids)"))
                .param("now", Sql.at(clock.instant()))
                .param("ids", ids.stream().map(RecordingId::value).toArray(UUID[]::new))
                .query(DeletionGate::toStanding)
                .list()
                .forEach(standing -> standings.put(standing.recording(), standing));
        return standings;
    }

    static DeletionStanding toStanding(ResultSet row, int number) throws SQLException {
        var blocks = Sql.texts(row, "blocks").stream()
                .map(word -> Word.parse(DeletionBlock.class, word))
                .toList();
        var standing = new DeletionStanding(
                new RecordingId(row.getObject("id", UUID.class)),
                blocks,
                row.getInt("files"),
                row.getInt("stored"),
                row.getInt("left_out"),
                row.getInt("missing"),
                row.getInt("wrong_size"),
                row.getInt("durable"),
                row.getInt("verified"),
                row.getInt("quarantined"),
                row.getLong("bytes"),
                Sql.texts(row, "item_statuses"),
                Sql.instantOrNull(row, "stored_at"),
                Sql.instantOrNull(row, "verified_at"),
                Sql.instantOrNull(row, "grace_until"),
                Sql.instantOrNull(row, "looked_at"),
                row.getString("finding"),
                row.getString("kept_at_zoom"));
        var topics = new TopicRule(row.getString("topic_include"), row.getString("topic_exclude"));
        return topics.whyNot(row.getString("topic")).isEmpty() ? standing : standing.with(DeletionBlock.TOPIC);
    }
}
