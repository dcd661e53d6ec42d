package perennial.sync;

/**
 * What there is to tell, one query a kind over the ledger and the runs. Its columns are {@code cause, topic, subject, sentence,
 * path, opens}: a row that does not open only keeps an alert from ending.
 */
final class AlertCauses {
    private AlertCauses() {}

    static String of(AlertKind kind) {
        return switch (kind) {
            case ERROR -> ERROR;
            case PAUSED -> PAUSED;
            case NOTHING_FETCHED -> NOTHING_FETCHED;
            case FAILED -> FAILED;
            case AUTO_DELETE -> AUTO_DELETE;
            case STORAGE -> STORAGE;
        };
    }

    /** How the alert {@code a} of this kind has ended, in a sentence. */
    static String outcome(AlertKind kind) {
        return switch (kind) {
            case ERROR, PAUSED, NOTHING_FETCHED -> CONNECTION_OUTCOME;
            case FAILED, AUTO_DELETE -> RECORDING_OUTCOME;
            case STORAGE -> "select 'There is room again.'";
        };
    }

    /** The latest sync that came to an end counts: one that runs has not made anything good yet. */
    private static final String ERROR = """
            select 'error:' || c.id as cause, 'error:' || c.id as topic,
                'Zoom connection "' || c.name || '": its sync ends in Error' as subject,
                r.message as sentence, '/zoom/' || c.id as path, true as opens
            from zoom_connection c
            cross join lateral (
                select state, message from sync_run
                where connection_id = c.id and state in ('finished', 'error')
                order by began_at desc limit 1
            ) r
            where c.enabled and r.state = 'error'""";

    private static final String PAUSED = """
            select 'paused:' || c.id as cause, 'paused:' || c.id as topic,
                'Zoom connection "' || c.name || '": its sync is paused' as subject,
                r.message as sentence, '/zoom/' || c.id as path, true as opens
            from sync_run r join zoom_connection c on c.id = r.connection_id
            where r.state = 'paused' and c.enabled""";

    /** Counted from the last reading of Zoom's lists, or from the last change of its settings, so that a new switch-on has its day. */
    private static final String NOTHING_FETCHED = """
            select 'nothing-fetched:' || c.id as cause, 'nothing-fetched:' || c.id as topic,
                'Zoom connection "' || c.name || '": nothing could be fetched for a day' as subject,
                'Zoom''s lists were last read to their end '
                    || coalesce('at ' || to_char(c.read_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC', 'never')
                    || case when c.held_by is null then '.' else '; ' || c.held_by || ' has paused the connection.' end as sentence,
                '/zoom/' || c.id as path, true as opens
            from (
                select z.*, h.held_by,
                    (select max(scanned_at) from sync_run where connection_id = z.id) as read_at,
                    (select max(since) from zoom_publisher where connection_id = z.id) as since
                from zoom_connection z left join zoom_hold h on h.connection_id = z.id
                where z.enabled
            ) c
            where greatest(c.created_at, c.read_at, c.since) < :silent""";

    /** A retry that is on its way is not over yet, and nothing new. */
    private static final String FAILED = """
            select 'failed:' || r.id as cause, 'failed:' || c.id as topic,
                'Zoom connection "' || c.name || '": a recording could not be imported' as subject,
                coalesce(nullif(trim(r.topic), ''), '%s') || ', '
                    || to_char(r.started_at at time zone 'UTC', 'YYYY-MM-DD') || ': ' || r.reason as sentence,
                '/zoom/' || c.id || '/recordings/' || r.id as path,
                r.state = 'failed' and r.next_attempt_at is null as opens
            from zoom_recording r join zoom_connection c on c.zoom_account = r.zoom_account
            where r.state in ('failed', 'found', 'waiting', 'importing')""".formatted(LedgerRecording.UNTITLED);

    private static final String AUTO_DELETE = """
            select 'auto-delete:' || r.id as cause, 'auto-delete:' || c.id as topic,
                'Zoom connection "' || c.name || '": Zoom deletes what is not imported yet' as subject,
                coalesce(nullif(trim(r.topic), ''), '%s') || ', '
                    || to_char(r.started_at at time zone 'UTC', 'YYYY-MM-DD') || ': Zoom deletes it on '
                    || r.auto_delete_date || ', and it is not in the portal.' as sentence,
                '/zoom/' || c.id || '/recordings/' || r.id as path,
                r.auto_delete_date <= (:near at time zone 'UTC')::date as opens
            from zoom_recording r join zoom_connection c on c.zoom_account = r.zoom_account
            where r.auto_delete_date is not null and r.state in ('failed', 'found', 'waiting', 'importing')""".formatted(LedgerRecording.UNTITLED);

    private static final String STORAGE = """
            select 'storage:' || level as cause, 'storage:' || level as topic,
                'The storage is more than ' || level || ' % full' as subject,
                'The disk of the recordings is ' || :percent || ' % full. Add room: when it is full, imports pause.' as sentence,
                '/zoom' as path, :percent < upto as opens
            from (values (85, 95), (95, 101)) as levels (level, upto)
            where :percent >= level""";

    private static final String CONNECTION_OUTCOME = """
            select case when c.id is null then 'The connection was removed.'
                        when not c.enabled then 'The connection was switched off.'
                        else 'It works again.' end
            from (select split_part(a.cause, ':', 2)::uuid as id) asked left join zoom_connection c on c.id = asked.id""";

    private static final String RECORDING_OUTCOME = """
            select case r.state when 'imported' then 'It is imported now.'
                                when 'deleted-at-zoom' then 'It is imported now.'
                                when 'skipped' then 'It was skipped, and is still at Zoom.'
                                when 'gone-at-zoom' then 'It is not at Zoom any more, and was not imported.'
                                else 'Its connection was removed, or Zoom''s date has changed.' end
            from (select split_part(a.cause, ':', 2)::uuid as id) asked left join zoom_recording r on r.id = asked.id""";
}
