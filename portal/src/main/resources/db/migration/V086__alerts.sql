-- What Managers are told by mail, once when it begins and once when it is over: one row from its beginning to its end.
create table alert (
    id            uuid        primary key,
    cause         text        not null check (cause <> ''),   -- what it is about, such as error:<connection>
    kind          text        not null check (kind in
        ('error', 'paused', 'nothing-fetched', 'failed', 'auto-delete', 'storage')),
    topic         text        not null check (topic <> ''),   -- alerts of one topic share a mail
    subject       text        not null,                       -- of that mail
    sentence      text        not null,
    path          text        not null,                       -- of the page to look at
    began_at      timestamptz not null,
    told_at       timestamptz,
    missing_since timestamptz,                                -- not found by the looks since then
    ended_at      timestamptz,
    outcome       text        not null default '',            -- how it ended, in a sentence
    end_told_at   timestamptz,
    check (ended_at is not null or end_told_at is null)
);
-- A cause is told once, however often it is found.
create unique index alert_open on alert (cause) where ended_at is null;
create index alert_untold on alert (topic) where told_at is null and ended_at is null;
create index alert_end_untold on alert (topic) where told_at is not null and ended_at is not null and end_told_at is null;
create index alert_of_topic on alert (topic, told_at);
