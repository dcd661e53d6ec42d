-- People, how they prove who they are, and their browser sessions.
create table person (
    id            uuid        primary key,
    email         text        not null check (email <> ''),
    email_key     text        not null unique check (email_key = lower(email_key)),  -- addresses compare ignoring case
    name          text        not null check (name <> ''),
    role          text        not null check (role in ('VIEWER', 'CONTRIBUTOR', 'MODERATOR', 'MANAGER', 'ADMINISTRATOR')),
    status        text        not null check (status in ('INVITED', 'ACTIVE', 'BLOCKED')),
    password_hash text,                -- Argon2id in its own text form; absent: no password
    zone          text,                -- IANA name; absent: the browser's, else the portal's
    locale        text,                -- BCP 47 tag
    theme         text check (theme in ('light', 'dark')),
    created_at    timestamptz not null,
    created_by    text        not null,  -- who or what made the account, for people
    seen_at       timestamptz,           -- last sign-in
    erased_at     timestamptz            -- name and address are gone; the row stays for what points to it
);

-- A person is found by Zoom's id of a host, so that a changed address makes no second account.
create table person_zoom_host (
    zoom_account text not null,
    host_id      text not null,
    person       uuid not null references person,
    primary key (zoom_account, host_id)
);
create index person_zoom_host_person on person_zoom_host (person);

-- Tokens are kept as SHA-256 only: whoever reads this table cannot use one.
create table invitation (
    token_hash bytea       primary key,
    person     uuid        not null references person,
    created_at timestamptz not null,
    expires_at timestamptz not null
);
create index invitation_person on invitation (person);

create table api_token (
    id         uuid        primary key,
    person     uuid        not null references person,
    name       text        not null check (name <> ''),
    scopes     text[]      not null check (scopes <@ array['read', 'write'] and cardinality(scopes) > 0),
    token_hash bytea       not null unique,
    created_at timestamptz not null,
    expires_at timestamptz,
    used_at    timestamptz  -- to the minute
);
create index api_token_person on api_token (person);

-- The one-time way in that the first start prints.
create table set_up_link (
    only_row   boolean     primary key default true check (only_row),
    token_hash bytea       not null,
    expires_at timestamptz not null
);

-- Counters against guessing, shared by all nodes. A try is counted before its password is looked at.
create table sign_in_try (
    subject      text        primary key,  -- an address, a network, or both
    window_start timestamptz not null,
    tries        int         not null check (tries > 0)
);
create index sign_in_try_old on sign_in_try (window_start);

-- Spring Session's own two tables, as it expects them (principal_name holds a person's id).
create table web_session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null unique,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);
create index web_session_expiry on web_session (expiry_time);
create index web_session_principal on web_session (principal_name);

create table web_session_attributes (
    session_primary_id char(36)     not null references web_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);
