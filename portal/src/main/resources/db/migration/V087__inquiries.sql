-- Questions that only all of Zoom's lists can answer: what settings would do, and what differs from what is here. A job answers them,
-- so that no request waits for Zoom. Each is kept for a while, so that its page can be opened again.
create table zoom_inquiry (
    id            uuid        primary key,
    kind          text        not null check (kind in ('preview', 'confirmation', 'comparison')),
    connection_id uuid        references zoom_connection (id) on delete cascade,  -- null: one that is not made yet
    fields        text        not null,                                  -- as they were sent, sealed
    question      text        not null,                                  -- the same for the same question
    asked_by      text        not null,
    asked_at      timestamptz not null,
    began_at      timestamptz,
    ended_at      timestamptz,
    seen          integer     not null default 0,                        -- recordings read from Zoom's lists so far
    result        jsonb,
    failure       text        not null default '',                       -- why there is no result
    wanted        bigint      not null default 0,
    served        bigint      not null default 0,
    check (served <= wanted),
    check (kind <> 'comparison' or connection_id is not null)
);
create index zoom_inquiry_same on zoom_inquiry (question, asked_at desc);
create index zoom_inquiry_age on zoom_inquiry (asked_at);
