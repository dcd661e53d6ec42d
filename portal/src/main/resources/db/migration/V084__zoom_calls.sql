-- What makes syncs sooner and their calls fewer: webhooks, the budget of calls, and days that need no second reading.

-- Zoom's webhooks. They only make a sync sooner: of a body nothing is kept but the UUIDs that are worth a look.

-- Signatures of the last hours, so that a repeated call is answered and dropped.
create table webhook_seen (
    connection_id uuid        not null references zoom_connection (id) on delete cascade,
    signature     text        not null check (signature ~ '^[0-9a-f]{64}$'),
    seen_at       timestamptz not null,
    primary key (connection_id, signature)
);
create index webhook_seen_age on webhook_seen (seen_at);

-- What the settings page says about the calls of one connection. Apart from it, so that calls do not touch its row.
create table webhook_count (
    connection_id uuid        primary key references zoom_connection (id) on delete cascade,
    accepted      bigint      not null default 0,
    refused       bigint      not null default 0,
    accepted_at   timestamptz,
    refused_at    timestamptz
);

-- A recording that is worth asking Zoom about, at once. The row goes when Zoom has answered.
create table zoom_look (
    id            uuid    primary key,
    connection_id uuid    not null references zoom_connection (id) on delete cascade,
    uuid          text    not null check (uuid <> ''),
    attempts      integer not null default 0,
    wanted        bigint  not null default 0,
    served        bigint  not null default 0,
    unique (connection_id, uuid),
    check (served <= wanted)
);

-- Calls to Zoom, for all nodes together: when the next one may be made, and how many there were today (UTC).
create table zoom_budget (
    zoom_account  text        not null,
    kind          text        not null check (kind in ('light', 'medium')),  -- as Zoom labels its calls
    day           date        not null,
    calls         bigint      not null,
    turn_at       timestamptz not null,                                      -- of the latest call
    next_at       timestamptz not null,
    per_second    integer     not null check (per_second > 0),               -- as Zoom's replies say
    per_day       integer     check (per_day > 0),                           -- null: Zoom has not named any
    blocked_until timestamptz,                                               -- Zoom asked for silence till then
    primary key (zoom_account, kind)
);

-- Days whose lists are known: read when all that was recorded on them had been made. They are not read again with each
-- sync, but once a day with all the others. The empty host is the whole account.
create table zoom_listed (
    zoom_account text        not null,
    host_key     text        not null,
    rules        text        not null,                                       -- the settings it was read under
    first_day    date        not null,
    last_day     date        not null,
    all_read_at  timestamptz not null,
    primary key (zoom_account, host_key)
);
