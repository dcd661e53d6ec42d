-- Password resets: for one use, within 30 minutes. Only the SHA-256 of a secret is kept, as everywhere.
create table password_reset (
    token_hash bytea       primary key,
    person     uuid        not null references person on delete cascade,
    email_key  text        not null,  -- where the mail went: a changed address makes the link useless
    created_at timestamptz not null,
    expires_at timestamptz not null
);
create index password_reset_person on password_reset (person, created_at);

-- Links by which people make an account for themselves.
create table sign_up_link (
    id         uuid        primary key,
    token_hash bytea       not null unique,
    role       text        not null check (role in ('VIEWER', 'CONTRIBUTOR')),
    domains    text[]      not null,  -- mail domains that may use it, in lower case; none: all
    created_at timestamptz not null,
    created_by text        not null,
    expires_at timestamptz not null,
    used       int         not null default 0 check (used >= 0)
);

-- What somebody asked for before they were signed in. Written for every address alike, so that neither the answer nor
-- its time tells whether the address is known; a job looks it up.
create table account_request (
    id           uuid        primary key,
    kind         text        not null check (kind in ('RESET', 'SIGN_UP')),
    email        text        not null,
    name         text        not null,
    sign_up_link uuid references sign_up_link on delete cascade,
    created_at   timestamptz not null,
    check ((kind = 'SIGN_UP') = (sign_up_link is not null))
);

-- Scopes of a token: read, write, admin, each with the ones before. Tokens made when "write" was everything keep that.
alter table api_token drop constraint api_token_scopes_check;
update api_token set scopes = scopes || array['admin'] where 'write' = any(scopes);
alter table api_token add constraint api_token_scopes_check
    check (scopes <@ array['read', 'write', 'admin'] and cardinality(scopes) > 0);
