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
