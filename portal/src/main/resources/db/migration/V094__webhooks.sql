-- Addresses outside that are told what happens here.
create table webhook (
    id            uuid        primary key,
    address       text        not null check (address <> ''),
    events        text[]      not null check (cardinality(events) > 0),
    secret        text        not null,                 -- sealed for webhook/<id>/secret
    enabled       boolean     not null,
    note          text        not null default '',      -- why the portal itself switched it off
    failing_since timestamptz,                          -- the first failure after the last message that was taken
    created_by    text        not null,
    created_at    timestamptz not null
);

-- One message to one address: what waits, and the log of what was sent.
create table webhook_delivery (
    id         uuid        primary key,
    webhook    uuid        not null references webhook on delete cascade,
    message    text        not null check (message <> ''),  -- what the receiver knows it by; the same when sent again
    event      text        not null check (event <> ''),
    subject    text        not null,                        -- id of what it is about
    detail     text        not null default '',             -- what only the moment itself knew, as JSON; may be empty
    payload    text,                                        -- what is sent, each time the same; null before the first attempt
    state      text        not null check (state in ('WAITING', 'DELIVERED', 'FAILED', 'DROPPED')),
    attempts   integer     not null default 0 check (attempts >= 0),
    status     integer,                                     -- of the last answer; null: none came
    reason     text        not null default '',
    took_ms    bigint check (took_ms >= 0),                 -- of the last attempt
    xact       xid8        not null default pg_current_xact_id(),
    created_at timestamptz not null,
    next_at    timestamptz,
    ended_at   timestamptz,
    check ((state = 'WAITING') = (ended_at is null))
);
-- The log of one address, the newest first.
create index webhook_delivery_log on webhook_delivery (webhook, created_at desc, id);
-- Is the same told soon anyhow?
create index webhook_delivery_waiting on webhook_delivery (webhook, subject, event) where state = 'WAITING';
