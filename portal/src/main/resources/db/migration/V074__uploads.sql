-- Files that people bring (P8): arriving, being looked at, made playable, and what became of them.
create table upload (
    id           uuid        primary key,
    owner        uuid        not null references person (id),
    name         text        not null check (name <> ''),       -- as its sender named it; never part of a path
    fingerprint  text        not null,                           -- by which a page knows the file again after a reload
    size_bytes   bigint      not null check (size_bytes > 0),
    offset_bytes bigint      not null default 0 check (offset_bytes between 0 and size_bytes),
    blob         uuid,                                           -- its bytes, arriving or whole; absent: none are kept for it
    sha256       text        check (sha256 ~ '^[0-9a-f]{64}$'),
    state        text        not null
        check (state in ('ARRIVING', 'CHECKING', 'PREPARING', 'READY', 'REFUSED', 'FAILED')),
    reason       text        not null default '',                -- why it was refused or failed, as a sentence
    percent      integer     not null default 0 check (percent between 0 and 100), -- of making it playable
    media        uuid        references media (id) on delete cascade,
    wanted       bigint      not null default 0,                 -- runs of its job asked for, and
    served       bigint      not null default 0,                 -- the last that a run began for
    created_at   timestamptz not null,
    changed_at   timestamptz not null,
    check (state <> 'ARRIVING' or blob is not null),
    check (state <> 'READY' or media is not null)
);
create index upload_owner on upload (owner, created_at desc);
create index upload_blob on upload (blob) where blob is not null;  -- "is this blob still used?"

-- The largest file that may be uploaded.
alter table portal_setting add column upload_limit_bytes bigint not null default 50000000000 check (upload_limit_bytes > 0);
