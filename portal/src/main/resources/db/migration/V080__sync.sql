-- The Zoom app. The ledger is the truth about Zoom: everything ever seen there has a row with state, reason and
-- evidence, and a job carries nothing but a row's id.

-- One Zoom account joined to the portal, with its switch and its settings. Secrets are sealed by the vault.
create table zoom_connection (
    id                   uuid        primary key,
    name                 text        not null check (name <> ''),
    auth                 text        not null check (auth in ('server-to-server', 'jwt')),
    -- Whose ledger this is: the account ID or, where a JWT app was given none, the API key.
    zoom_account         text        not null unique check (zoom_account <> ''),
    account_id           text,
    client_id            text,
    client_secret        text,
    api_key              text,
    api_secret           text,
    webhook_secret       text,
    oauth_url            text        not null,
    api_url              text        not null,
    users                text[]      not null default '{}',                -- empty: everybody
    stop_on_unknown_user boolean     not null default false,
    publish_as           text        not null default 'me' check (publish_as in ('me', 'zoom-user')),
    fallback_owner       uuid,
    concatenate          boolean     not null default true,
    publish_status       text        not null default 'draft' check (publish_status in ('draft', 'published')),
    delete_from_zoom     boolean     not null default false,
    delete_grace_ms      bigint      not null default 259200000 check (delete_grace_ms >= 0),
    delete_permanently   boolean     not null default false,
    delete_unimported    boolean     not null default false,
    deletion_cap         integer     not null default 100 check (deletion_cap > 0),
    fetch_from           date        not null,                             -- UTC
    views                text[]      not null default '{}',                -- empty: all
    minimum_length_ms    bigint      not null default 0 check (minimum_length_ms >= 0),
    false_start_ms       bigint      not null default 0 check (false_start_ms >= 0),
    topic_include        text,
    topic_exclude        text,
    webinars             boolean     not null default true,
    private_chat         boolean     not null default false,
    enabled              boolean     not null default false,
    -- Authorization Status, as the last check found it.
    authorization_status text        not null default 'not-checked'
        check (authorization_status in ('not-checked', 'authorized', 'missing-scopes', 'refused')),
    authorization_reason text,
    missing_scopes       text[]      not null default '{}',
    cloud_recording      text        not null default 'not-checkable' check (cloud_recording in ('on', 'off', 'not-checkable')),
    checked_at           timestamptz,
    -- Asked for and begun runs of the job sync.scan.
    wanted               bigint      not null default 0,
    served               bigint      not null default 0,
    created_at           timestamptz not null,
    changed_at           timestamptz not null,
    check (auth <> 'server-to-server' or (account_id is not null and client_id is not null and client_secret is not null)),
    check (auth <> 'jwt' or (api_key is not null and api_secret is not null)),
    check (served <= wanted)
);

-- A Zoom e-mail that belongs to another person of the portal.
create table zoom_alias (
    connection_id uuid not null references zoom_connection (id) on delete cascade,
    zoom_email    text not null check (zoom_email = lower(zoom_email)),
    person_id     uuid not null,
    primary key (connection_id, zoom_email)
);

-- Who last changed the settings or switched on, the latest row counting; the earlier ones step in for somebody who may
-- no longer publish.
create table zoom_publisher (
    id            bigint      generated always as identity primary key,
    connection_id uuid        not null references zoom_connection (id) on delete cascade,
    person_id     uuid        not null,
    since         timestamptz not null
);
create index zoom_publisher_latest on zoom_publisher (connection_id, id desc);

-- One sync: a scan and the imports it found. The place in the scan is (at_host, at_window): everything before is listed.
create table sync_run (
    id              uuid        primary key,
    connection_id   uuid        not null references zoom_connection (id) on delete cascade,
    asked           bigint      not null,                                 -- the connection's count when it began
    began_at        timestamptz not null,
    ended_at        timestamptz,
    scanned_at      timestamptz,                                          -- when the last page was in
    state           text        not null check (state in ('running', 'paused', 'finished', 'error', 'stopped')),
    message         text        not null default '',
    warnings        text[]      not null default '{}',
    whole_account   boolean     not null default true,                    -- may list the account at once
    at_host         text,
    at_window       date,
    hosts           integer     not null default 0,
    hosts_done      integer     not null default 0,
    seen            integer     not null default 0,
    failures        integer     not null default 0,
    check ((ended_at is null) = (state in ('running', 'paused')))
);
create index sync_run_latest on sync_run (connection_id, began_at desc);
-- Two syncs never run for one connection.
create unique index sync_run_one_open on sync_run (connection_id) where ended_at is null;

-- People of Zoom that recordings came from, so that each is asked for once.
create table zoom_host (
    zoom_account    text        not null,
    host_id         text        not null,
    email           text        not null,
    name            text        not null,
    zone            text,
    language        text,
    account_created boolean     not null default false,                   -- an import made their account here
    seen_at         timestamptz not null,
    primary key (zoom_account, host_id)
);

-- All cloud files of one meeting instance. Stays when its connection goes.
create table zoom_recording (
    id               uuid        primary key,
    zoom_account     text        not null,
    uuid             text        not null,
    meeting_number   bigint      not null,
    meeting_type     integer     not null,
    topic            text        not null,
    started_at       timestamptz not null,
    length_ms        bigint      not null check (length_ms >= 0),          -- as Zoom says, whole minutes
    host_id          text,
    host_email       text,
    auto_delete_date date,
    state            text        not null check (state in
        ('found', 'waiting', 'importing', 'imported', 'failed', 'skipped', 'deleted-at-zoom', 'gone-at-zoom')),
    reason           text        not null default '',
    skipped_by_rule  boolean     not null default false,
    -- The rule of authorship and its person are fixed when the recording is first seen, its shape when first imported.
    publish_as       text        not null check (publish_as in ('me', 'zoom-user')),
    publisher_id     uuid,
    concatenated     boolean,
    attempts         integer     not null default 0,
    next_attempt_at  timestamptz,                                         -- of a failed or waiting one; null: parked
    media_ids        uuid[]      not null default '{}',
    wanted           bigint      not null default 0,
    served           bigint      not null default 0,
    first_seen_at    timestamptz not null,
    changed_at       timestamptz not null,
    imported_at      timestamptz,
    unique (zoom_account, uuid),
    check (served <= wanted),
    check (state <> 'imported' or imported_at is not null)
);
-- The ledger page: newest first, all or one state.
create index zoom_recording_newest on zoom_recording (zoom_account, started_at desc, id desc);
create index zoom_recording_by_state on zoom_recording (zoom_account, state, started_at desc, id desc);

create table zoom_file (
    id                uuid        primary key,
    recording_id      uuid        not null references zoom_recording (id) on delete cascade,
    file_key          text        not null,                               -- Zoom's id or, where it gives none, kind and start
    zoom_id           text,
    file_type         text        not null,
    extension         text        not null,
    recording_type    text        not null,
    starts_at         timestamptz,                                        -- of its segment
    ends_at           timestamptz,
    size_said         bigint,                                             -- bytes, as Zoom says; null: it does not
    file_name         text,
    participant_audio boolean     not null,
    state             text        not null check (state in
        ('found', 'waiting', 'downloading', 'stored', 'failed', 'left-out')),
    reason            text        not null default '',
    attempts          integer     not null default 0,
    part_id           uuid,                                               -- the blob that its bytes arrive in
    bytes_done        bigint      not null default 0,
    bytes_per_second  bigint      not null default 0,
    progress_at       timestamptz,
    blob_id           uuid        references blob (id),
    size_bytes        bigint,
    sha256            text        check (sha256 ~ '^[0-9a-f]{64}$'),
    length_ms         bigint,                                             -- measured; null: no media
    width             integer,                                            -- null: no picture
    height            integer,
    stored_at         timestamptz,
    unique (recording_id, file_key),
    check (state <> 'stored'
        or (blob_id is not null and size_bytes is not null and sha256 is not null and stored_at is not null))
);
create index zoom_file_arriving on zoom_file (recording_id) where state = 'downloading';
create index zoom_file_part on zoom_file (part_id) where part_id is not null;
create index zoom_file_blob on zoom_file (blob_id) where blob_id is not null;

-- A view joined out of the given files: made once, whatever happens between joining and publishing.
create table zoom_join (
    recording_id uuid    not null references zoom_recording (id) on delete cascade,
    view         text    not null,
    sources      text    not null,                                        -- blobs and lengths it is made of
    part_id      uuid    not null,
    blob_id      uuid    references blob (id),
    length_ms    bigint,
    width        integer not null default 0,
    height       integer not null default 0,
    remarks      text    not null default '',
    primary key (recording_id, view, sources)
);

-- What happened to a recording, in order, with the evidence.
create table recording_event (
    id           bigint      generated always as identity primary key,
    recording_id uuid        not null references zoom_recording (id) on delete cascade,
    at           timestamptz not null,
    kind         text        not null,
    sentence     text        not null,
    evidence     text        not null default ''
);
create index recording_event_timeline on recording_event (recording_id, id);
