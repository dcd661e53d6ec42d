-- Deleting at Zoom. The order is: proof, certificate, intent, call, read-back; each step is a row, and the database refuses
-- a step whose predecessor is missing.

-- Read back later, hashed again, and looked at. A file whose bytes are not what they should be is in quarantine: its
-- recording stays at Zoom.
alter table zoom_file
    add column left_out_by     text check (left_out_by in ('rule', 'address', 'unlisted')),
    add column verified_at     timestamptz,
    add column verified_sha256 text,
    add column quarantine      text not null default '',                  -- why, in a sentence
    add constraint zoom_file_verified_is_equal
        check (verified_at is null or (state = 'stored' and verified_sha256 = sha256 and quarantine = ''));
update zoom_file
set left_out_by = case when reason like 'Zoom does not list%' then 'unlisted'
                       when reason like 'Zoom gives no address%' then 'address' else 'rule' end
where state = 'left-out';
alter table zoom_file
    add constraint zoom_file_left_out_by_something check (state <> 'left-out' or left_out_by is not null);
create index zoom_file_unverified on zoom_file (stored_at)
    where state = 'stored' and verified_at is null and quarantine = '';

-- What is known of the remote copy: present, confirmed absent, or unknown. A failed look-up changes nothing here.
alter table zoom_recording
    add column at_zoom       text not null default 'present' check (at_zoom in ('present', 'absent', 'unknown')),
    add column at_zoom_since timestamptz,
    add column trash_until   timestamptz,                                 -- when Zoom empties it, where it is there
    add column kept_at_zoom  text not null default '',                    -- why it is never to be deleted there
    add column deletion_id   uuid;
update zoom_recording set at_zoom = 'absent' where state = 'gone-at-zoom';

-- What the library says of items, for joins of other modules.
create view media_standing as select id, status, published_at from media;

-- Everything that must be true before a recording may be deleted at Zoom, as it was found true. Written once.
create table deletion_certificate (
    id              uuid        primary key,
    recording_id    uuid        not null references zoom_recording (id),
    issued_at       timestamptz not null,
    files           integer     not null check (files > 0),               -- that the ledger knows and Zoom may have
    files_stored    integer     not null check (files_stored > 0),
    files_durable   integer     not null,
    files_verified  integer     not null,
    files_left_out  integer     not null,
    left_out_allowed boolean    not null,
    size_mismatches integer     not null check (size_mismatches = 0),
    quarantined     integer     not null check (quarantined = 0),
    size_bytes      bigint      not null check (size_bytes >= 0),
    evidence        jsonb       not null,                                 -- of each stored file: key, size, hash, when read back
    items           uuid[]      not null check (cardinality(items) > 0),
    item_statuses   text[]      not null,
    stored_at       timestamptz not null,                                 -- the last file
    verified_at     timestamptz not null,                                 -- the last file
    grace_ms        bigint      not null check (grace_ms >= 0),
    grace_until     timestamptz not null,
    looked_at       timestamptz not null,                                 -- at Zoom, just before
    files_at_zoom   integer     not null check (files_at_zoom > 0),
    files_lacking   integer     not null check (files_lacking = 0),
    unique (id, recording_id),
    check (files_stored + files_left_out = files),
    check (files_left_out = 0 or left_out_allowed),
    check (files_durable = files_stored),
    check (files_verified = files_stored),
    check (jsonb_array_length(evidence) = files_stored),
    check (cardinality(items) = cardinality(item_statuses)
        and item_statuses <@ array['DRAFT', 'IN_REVIEW', 'PUBLISHED', 'REJECTED']),
    check (grace_until <= issued_at),
    check (looked_at <= issued_at and issued_at - looked_at < interval '5 minutes')
);
create index deletion_certificate_of on deletion_certificate (recording_id, issued_at desc);

create function refuse_certificate_change() returns trigger language plpgsql as $$
begin
    raise exception 'a deletion certificate is never changed';
end $$;
create trigger deletion_certificate_stays
    before update or delete on deletion_certificate
    for each row execute function refuse_certificate_change();

-- The decision to delete, made before the call, so that a crash between call and commit is found and finished.
create table deletion_intent (
    id             uuid        primary key,
    recording_id   uuid        not null,
    certificate_id uuid        not null unique,
    permanently    boolean     not null,
    allowed_by     text        not null,                                  -- who confirmed that deletion, and when
    state          text        not null check (state in ('intended', 'called', 'done', 'stopped', 'recovered')),
    intended_at    timestamptz not null,
    called_at      timestamptz,
    answer         text        not null default '',                       -- Zoom's, in words
    done_at        timestamptz,
    read_back      text        not null default '',                       -- what the read-back showed
    foreign key (certificate_id, recording_id) references deletion_certificate (id, recording_id),
    check (state not in ('called', 'done') or called_at is not null),
    check (state <> 'done' or (done_at is not null and read_back <> ''))
);
-- One intent at a time.
create unique index deletion_intent_open on deletion_intent (recording_id) where state in ('intended', 'called');
create index deletion_intent_of on deletion_intent (recording_id, intended_at desc);

alter table zoom_recording
    add constraint zoom_recording_deletion foreign key (deletion_id) references deletion_intent (id),
    add constraint zoom_recording_deleted_by_intent
        check (state <> 'deleted-at-zoom' or (deletion_id is not null and at_zoom = 'absent'));

-- Where deleting a recording stands: the sync that has picked it, and what the last look at Zoom found.
create table deletion_work (
    id        uuid        primary key references zoom_recording (id) on delete cascade,
    run_id    uuid        references sync_run (id) on delete set null,
    tries     integer     not null default 0,                             -- in this run
    looked_at timestamptz,
    finding   text        not null default '',
    wanted    bigint      not null default 0,
    served    bigint      not null default 0,
    check (served <= wanted)
);
create index deletion_work_of_run on deletion_work (run_id) where run_id is not null;

-- Reading the trash of a connection's hosts, so that each deletion is seen to have happened.
create table trash_read_back (
    id     uuid    primary key references zoom_connection (id) on delete cascade,
    tries  integer not null default 0,
    wanted bigint  not null default 0,
    served bigint  not null default 0,
    check (served <= wanted)
);

alter table sync_run
    add column read_errors       integer not null default 0,              -- failed listings and look-ups
    add column deletion_began_at timestamptz,
    add column deletions         integer not null default 0;

-- Who allowed a connection to delete, in which words.
create table deletion_consent (
    id            bigint      generated always as identity primary key,
    connection_id uuid        not null references zoom_connection (id) on delete cascade,
    by_person     text        not null,
    at            timestamptz not null,
    words         text        not null
);
create index deletion_consent_latest on deletion_consent (connection_id, id desc);

-- What the ledger knows to be at Zoom, and a whole reading of its lists did not show.
create table vanished (
    run_id       uuid not null references sync_run (id) on delete cascade,
    recording_id uuid not null references zoom_recording (id) on delete cascade,
    primary key (run_id, recording_id)
);

-- A person's answer that recordings which seem to have vanished may be looked at one by one.
create table vanished_answer (
    connection_id uuid        primary key references zoom_connection (id) on delete cascade,
    by_person     text        not null,
    at            timestamptz not null
);

-- The latest comparison of what Zoom lists with what is here, and each difference by name.
create table reconciliation (
    connection_id uuid        primary key references zoom_connection (id) on delete cascade,
    compared_at   timestamptz not null,
    users         integer     not null,
    at_zoom       integer     not null,
    in_portal     integer     not null
);
create table reconciliation_difference (
    connection_id uuid    not null references reconciliation (connection_id) on delete cascade,
    position      integer not null,
    recording_id  uuid    references zoom_recording (id) on delete cascade,
    uuid          text    not null,
    topic         text    not null,
    started_at    timestamptz not null,
    kind          text    not null check (kind in
        ('missing-here', 'not-imported', 'file-missing', 'size-differs', 'not-listed', 'gone-at-zoom', 'waiting')),
    sentence      text    not null,
    there         text    not null,
    here          text    not null,
    primary key (connection_id, position)
);
