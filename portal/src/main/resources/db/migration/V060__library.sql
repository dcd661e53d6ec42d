-- The library: one row an item, and what its versions are made of. Bytes are in storage; rows here point to them.

create table media (
    id            uuid        primary key,
    source        text        not null unique check (source <> ''), -- where it came from; makes adding it twice harmless
    title         text        not null check (btrim(title) <> ''),
    description   text        not null default '',
    author        uuid        not null references person (id),
    status        text        not null
        check (status in ('PROCESSING', 'DRAFT', 'IN_REVIEW', 'PUBLISHED', 'REJECTED', 'DELETED')),
    status_before text        -- what a deleted item goes back to when it is restored
        check (status_before in ('DRAFT', 'IN_REVIEW', 'PUBLISHED', 'REJECTED')),
    access        text        not null check (access in ('AUTHOR', 'CHOSEN', 'PORTAL', 'LINK', 'PUBLIC')),
    moderated     boolean     not null, -- the rule of moderation it came in with; it stays
    recorded_at   timestamptz not null,
    length_ms     bigint      not null check (length_ms >= 0), -- milliseconds, of the current version
    version       integer     not null check (version >= 1),   -- the one that is shown
    poster        uuid        references blob (id),
    poster_of     integer     not null default 0, -- the version the poster was looked for in; 0 none yet
    wanted        bigint      not null default 0, -- posters asked for, and
    served        bigint      not null default 0, -- the last that a run began for
    download      boolean     not null,
    embed         boolean     not null,
    share         boolean     not null,
    comments      boolean     not null,
    created_at    timestamptz not null,
    changed_at    timestamptz not null,
    published_at  timestamptz,
    deleted_at    timestamptz,
    check (status <> 'PUBLISHED' or published_at is not null),
    check ((status = 'DELETED') = (deleted_at is not null and status_before is not null))
);

-- The library page reads published items newest first, and nothing else that often.
create index media_published_newest on media (recorded_at desc, id desc) where status = 'PUBLISHED';
-- "My drafts", and all of one author.
create index media_author on media (author, status);
-- "Is this blob still used?"
create index media_poster on media (poster) where poster is not null;

create table media_version (
    media       uuid        not null references media (id) on delete cascade,
    number      integer     not null check (number >= 1),
    fingerprint text        not null, -- equal content has an equal one; replacing by the same makes no new version
    made_at     timestamptz not null,
    primary key (media, number)
);

alter table media
    add constraint media_shows_a_version foreign key (id, version) references media_version (media, number)
    deferrable initially deferred;

-- One view of an item over all its segments. Position 0 is the one to start with.
create table media_stream (
    media      uuid    not null,
    version    integer not null,
    view       text    not null check (view <> ''),
    position   integer not null check (position >= 0),
    width      integer not null check (width >= 0),
    height     integer not null check (height >= 0),
    audio_only boolean not null,
    primary key (media, version, view),
    unique (media, version, position),
    foreign key (media, version) references media_version (media, number) on delete cascade
);

-- The ranges of blobs that, one after the other, are the stream's file.
create table piece (
    media        uuid    not null,
    version      integer not null,
    view         text    not null,
    position     integer not null check (position >= 0),
    blob         uuid    not null references blob (id),
    offset_bytes bigint  not null check (offset_bytes >= 0),
    length_bytes bigint  not null check (length_bytes > 0),
    primary key (media, version, view, position),
    foreign key (media, version, view) references media_stream (media, version, view) on delete cascade
);
create index piece_blob on piece (blob); -- "is this blob still used?"

-- Files byte for byte as they were delivered.
create table media_original (
    media          uuid    not null,
    version        integer not null,
    blob           uuid    not null references blob (id),
    position       integer not null check (position >= 0),
    name           text    not null,
    type           text    not null,
    recording_type text    not null,
    size_bytes     bigint  not null check (size_bytes >= 0),
    sha256         text    not null check (sha256 ~ '^[0-9a-f]{64}$'),
    segment        integer not null,
    primary key (media, version, blob),
    foreign key (media, version) references media_version (media, number) on delete cascade
);
create index media_original_blob on media_original (blob); -- "is this blob still used?"

create table text_track (
    id       bigint  generated always as identity primary key,
    media    uuid    not null,
    version  integer not null,
    language text    not null check (language <> ''),
    label    text    not null,
    position integer not null check (position >= 0),
    unique (media, version, language),
    foreign key (media, version) references media_version (media, number) on delete cascade
);

create table caption_cue (
    track    bigint  not null references text_track (id) on delete cascade,
    position integer not null,
    start_ms bigint  not null check (start_ms >= 0), -- milliseconds of the item, as all times below
    end_ms   bigint  not null check (end_ms >= start_ms),
    speaker  text,
    text     text    not null,
    primary key (track, position)
);

create table chapter (
    media    uuid    not null,
    version  integer not null,
    position integer not null,
    start_ms bigint  not null check (start_ms >= 0),
    title    text    not null,
    primary key (media, version, position),
    foreign key (media, version) references media_version (media, number) on delete cascade
);

create table chat_message (
    media    uuid    not null,
    version  integer not null,
    position integer not null,
    at_ms    bigint  not null check (at_ms >= 0),
    sender   text    not null,
    text     text    not null,
    primary key (media, version, position),
    foreign key (media, version) references media_version (media, number) on delete cascade
);

-- Whom an item with access CHOSEN is for.
create table media_grant (
    media  uuid not null references media (id) on delete cascade,
    person uuid not null references person (id) on delete cascade,
    primary key (media, person)
);

-- What a person may change, and download as it was delivered: an author's own, and for Moderators up everything.
-- Both functions are written so that PostgreSQL takes them into the calling query and uses its indexes.
create function editable_media(viewer uuid) returns setof media
    language sql stable parallel safe
as $$
    select m.*
    from media m
    where m.author = viewer
        or exists (
            select 1 from person p
            where p.id = viewer and p.status = 'ACTIVE' and p.role in ('MODERATOR', 'MANAGER', 'ADMINISTRATOR'))
$$;

-- Who may see what, in one place: every query and every route that gives out a byte goes through it.
-- An author and Moderators up see an item in every state; others see what is published and meant for them. A viewer of
-- null is nobody signed in.
create function visible_media(viewer uuid) returns setof media
    language sql stable parallel safe
as $$
    select m.*
    from media m
    where (m.status = 'PUBLISHED'
            and (m.access = 'PUBLIC'
                or (m.access = 'PORTAL' and viewer is not null)
                or (m.access = 'CHOSEN'
                    and exists (select 1 from media_grant g where g.media = m.id and g.person = viewer))))
        or m.author = viewer
        or exists (
            select 1 from person p
            where p.id = viewer and p.status = 'ACTIVE' and p.role in ('MODERATOR', 'MANAGER', 'ADMINISTRATOR'))
$$;
