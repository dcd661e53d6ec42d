package perennial.sync;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import perennial.zoom.Recording;
import perennial.zoom.RecordingFile;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes into the ledger what was seen at Zoom. A page of a list is a handful of statements, whatever its length, and
 * what has not changed is not written. Joins the caller's transaction.
 */
@Repository
class Sightings {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Sightings(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A recording on a list.
     *
     * @param leftOut why the rules leave it at Zoom; empty when they take it
     */
    record Seen(
            Recording recording,
            @Nullable String hostId,
            @Nullable String hostEmail,
            String leftOut) {}

    /** Who decides about authorship from now on; see {@link LedgerRecording#publisher}. */
    record Authorship(PublishAs publishAs, @Nullable UUID publisher) {}

    /**
     * Takes in a page. Recordings that are new, that have grown or whose rule has changed are {@code FOUND} afterwards.
     *
     * @return those that an import is now due for
     */
    List<RecordingId> apply(String zoomAccount, Collection<Seen> page, Authorship authorship) {
        // Zoom may list one twice, and one statement may not touch a row twice.
        var byUuid = new LinkedHashMap<String, Seen>();
        for (var seen : page) byUuid.putIfAbsent(Sql.storable(seen.recording().uuid()), seen);
        if (byUuid.isEmpty()) return List.of();
        var added = recordings(zoomAccount, byUuid, authorship);
        var grown = files(zoomAccount, byUuid);
        var due = new HashSet<>(added);
        due.addAll(reopened(zoomAccount, byUuid, grown));
        return due.stream().map(RecordingId::new).toList();
    }

    /** Writes what a fresh look at one recording shows; no import is due for that. */
    void refresh(LedgerRecording recording, Recording fresh) {
        var seen = new Seen(fresh, fresh.hostId(), fresh.hostEmail(), "");
        var page = Map.of(Sql.storable(recording.uuid()), seen);
        recordings(recording.zoomAccount(), page, new Authorship(recording.publishAs(), null));
        files(recording.zoomAccount(), page);
        notListed(recording.id(), fresh);
    }

    /** @return ids of the new ones that the rules take */
    private Set<UUID> recordings(String zoomAccount, Map<String, Seen> page, Authorship authorship) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        page.forEach((uuid, seen) -> rows.add(row(uuid, seen)));
        var found = jdbc.sql("""
                        with seen as (
                            select * from jsonb_to_recordset(:page::jsonb) as s (
                                uuid text, number bigint, type integer, topic text, start timestamptz, length bigint,
                                host text, email text, auto_delete date, left_out text)
                        ), written as (
                            insert into zoom_recording (
                                id, zoom_account, uuid, meeting_number, meeting_type, topic, started_at, length_ms, host_id,
                                host_email, auto_delete_date, state, reason, skipped_by_rule, publish_as, publisher_id,
                                first_seen_at, changed_at)
                            select gen_random_uuid(), :account, uuid, number, type, topic, start, length, host, email,
                                auto_delete, case when left_out = '' then 'found' else 'skipped' end, left_out,
                                left_out <> '', :publishAs, :publisher::uuid, :now, :now
                            from seen
                            on conflict (zoom_account, uuid) do update
                            set meeting_number = excluded.meeting_number, meeting_type = excluded.meeting_type,
                                topic = excluded.topic, length_ms = excluded.length_ms,
                                host_id = coalesce(excluded.host_id, zoom_recording.host_id),
                                host_email = coalesce(excluded.host_email, zoom_recording.host_email),
                                auto_delete_date = excluded.auto_delete_date
                            where (zoom_recording.meeting_number, zoom_recording.meeting_type, zoom_recording.topic,
                                   zoom_recording.length_ms, zoom_recording.host_id, zoom_recording.host_email,
                                   zoom_recording.auto_delete_date)
                                is distinct from
                                  (excluded.meeting_number, excluded.meeting_type, excluded.topic, excluded.length_ms,
                                   coalesce(excluded.host_id, zoom_recording.host_id),
                                   coalesce(excluded.host_email, zoom_recording.host_email), excluded.auto_delete_date)
                            returning id, state, reason, xmax = 0 as is_new
                        ), told as (
                            insert into recording_event (recording_id, at, kind, sentence)
                            select id, :now, state, case state when 'skipped' then 'Seen at Zoom and left there. ' || reason
                                                               else 'Found at Zoom.' end
                            from written where is_new
                        )
                        select id from written where is_new and state = 'found'""")
                .param("page", json.writeValueAsString(rows))
                .param("account", zoomAccount)
                .param("publishAs", authorship.publishAs().word())
                .param("publisher", authorship.publisher())
                .param("now", Sql.at(clock.instant()))
                .query(UUID.class)
                .list();
        return Set.copyOf(found);
    }

    private static Map<String, @Nullable Object> row(String uuid, Seen seen) {
        var recording = seen.recording();
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("uuid", uuid);
        row.put("number", recording.meetingId());
        row.put("type", recording.type());
        row.put("topic", Sql.storable(recording.topic()));
        row.put("start", recording.start().toString());
        row.put("length", Math.max(0, recording.duration().toMillis()));
        row.put("host", seen.hostId());
        row.put("email", seen.hostEmail());
        row.put(
                "auto_delete",
                recording.autoDeleteDate() == null
                        ? null
                        : recording.autoDeleteDate().toString());
        row.put("left_out", seen.leftOut());
        return row;
    }

    /** @return recordings that have a file more, or one whose making has ended */
    private Set<UUID> files(String zoomAccount, Map<String, Seen> page) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        page.forEach((uuid, seen) -> {
            var byKey = new LinkedHashMap<String, RecordingFile>();
            for (var file : seen.recording().files()) byKey.putIfAbsent(Sql.storable(file.key()), file);
            byKey.forEach((key, file) -> rows.add(row(uuid, key, file)));
        });
        if (rows.isEmpty()) return Set.of();
        var grown = jdbc.sql("""
                        insert into zoom_file (
                            id, recording_id, file_key, zoom_id, file_type, extension, recording_type, starts_at, ends_at,
                            size_said, file_name, participant_audio, state)
                        select gen_random_uuid(), r.id, s.key, s.zoom_id, s.type, s.extension, s.recording_type, s.starts,
                            s.ends, s.size, s.name, s.participant, case when s.processing then 'waiting' else 'found' end
                        from jsonb_to_recordset(:files::jsonb) as s (
                                uuid text, key text, zoom_id text, type text, extension text, recording_type text,
                                starts timestamptz, ends timestamptz, size bigint, name text, participant boolean,
                                processing boolean)
                            join zoom_recording r on r.zoom_account = :account and r.uuid = s.uuid
                        on conflict (recording_id, file_key) do update
                        set file_type = excluded.file_type, extension = excluded.extension,
                            recording_type = excluded.recording_type, starts_at = excluded.starts_at,
                            ends_at = excluded.ends_at, size_said = excluded.size_said, file_name = excluded.file_name,
                            state = case when zoom_file.state in ('found', 'waiting') then excluded.state
                                         else zoom_file.state end
                        where zoom_file.state not in ('stored', 'left-out')
                          and (zoom_file.file_type, zoom_file.extension, zoom_file.recording_type, zoom_file.starts_at,
                               zoom_file.ends_at, zoom_file.size_said, zoom_file.file_name,
                               zoom_file.state = 'waiting')
                              is distinct from
                              (excluded.file_type, excluded.extension, excluded.recording_type, excluded.starts_at,
                               excluded.ends_at, excluded.size_said, excluded.file_name,
                               excluded.state = 'waiting' and zoom_file.state in ('found', 'waiting'))
                        returning recording_id""")
                .param("files", json.writeValueAsString(rows))
                .param("account", zoomAccount)
                .query(UUID.class)
                .list();
        return Set.copyOf(grown);
    }

    private static Map<String, @Nullable Object> row(String uuid, String key, RecordingFile file) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("uuid", uuid);
        row.put("key", key);
        row.put("zoom_id", file.id() == null ? null : Sql.storable(file.id()));
        row.put("type", Sql.storable(file.fileType()));
        row.put("extension", Sql.storable(file.extension()));
        row.put("recording_type", Sql.storable(file.recordingType()));
        row.put("starts", file.start() == null ? null : file.start().toString());
        row.put("ends", file.end() == null ? null : file.end().toString());
        row.put("size", file.size());
        row.put("name", file.fileName() == null ? null : Sql.storable(file.fileName()));
        row.put("participant", file.participantAudio());
        row.put("processing", file.processing());
        return row;
    }

    /** Recordings that were done with, and now have something new: more files (M4), or a rule that takes them after all. */
    private Set<UUID> reopened(String zoomAccount, Map<String, Seen> page, Set<UUID> grown) {
        var taken = page.entrySet().stream()
                .filter(entry -> entry.getValue().leftOut().isEmpty())
                .map(Map.Entry::getKey)
                .toArray(String[]::new);
        var reopened = jdbc.sql("""
                        with reopened as (
                            update zoom_recording
                            set state = case state when 'waiting' then state else 'found' end, reason = '', attempts = 0,
                                skipped_by_rule = false, changed_at = :now
                            where zoom_account = :account and uuid = any(:taken)
                              and ((id = any(:grown) and state in ('imported', 'failed', 'waiting'))
                                   or (state = 'skipped' and skipped_by_rule))
                            returning id, state, media_ids
                        ), told as (
                            insert into recording_event (recording_id, at, kind, sentence)
                            select id, :now, 'found', case when media_ids = '{}' then 'Wanted now.'
                                                           else 'Zoom has a new file for it.' end
                            from reopened where state = 'found'
                        )
                        select id from reopened""")
                .param("account", zoomAccount)
                .param("taken", taken)
                .param("grown", grown.toArray(UUID[]::new))
                .param("now", Sql.at(clock.instant()))
                .query(UUID.class)
                .list();
        return Set.copyOf(reopened);
    }

    /** Placeholders of files in the making vanish when the real file comes; what was never fetched is left out then. */
    private void notListed(RecordingId id, Recording fresh) {
        jdbc.sql("""
                        update zoom_file set state = 'left-out', left_out_by = 'unlisted', reason = :reason
                        where recording_id = :id and state in ('found', 'waiting', 'failed') and file_key <> all(:keys)""")
                .param("id", id.value())
                .param("reason", Reason.NOT_LISTED_ANY_MORE.sentence())
                .param(
                        "keys",
                        fresh.files().stream()
                                .map(file -> Sql.storable(file.key()))
                                .toArray(String[]::new))
                .update();
    }
}
