-- Review: each time a video is handed in, who approved it, and what became of it. Its status is the library's.
create table submission (
    id           uuid        primary key,
    media        uuid        not null references media (id) on delete cascade,
    submitted_at timestamptz not null,
    submitted_by uuid        references person (id),          -- absent: an import
    needed       integer     not null check (needed >= 1),    -- approvals, as the setting said then
    state        text        not null
        check (state in ('WAITING', 'APPROVED', 'REJECTED', 'RETURNED', 'WITHDRAWN')),
    decided_at   timestamptz,
    decided_by   uuid        references person (id),
    note         text        not null default '',             -- to the author
    check ((state = 'WAITING') = (decided_at is null))
);
create unique index submission_waiting on submission (media) where state = 'WAITING';
create index submission_queue on submission (submitted_at, id) where state = 'WAITING';
create index submission_decided on submission (state, decided_at desc, id desc) where state <> 'WAITING';
-- "What became of this video the last time?"
create index submission_of on submission (media, submitted_at desc);

-- What had been approved, by field, when an edit sent a video back. No rows: it was never approved.
create table submission_before (
    submission uuid not null references submission (id) on delete cascade,
    field      text not null,
    value      text not null,
    primary key (submission, field)
);

create table approval (
    submission uuid        not null references submission (id) on delete cascade,
    person     uuid        not null references person (id),
    at         timestamptz not null,
    primary key (submission, person)
);

-- What waits already was handed in when it last changed.
insert into submission (id, media, submitted_at, needed, state)
select gen_random_uuid(), id, changed_at, 1, 'WAITING'
from media where status = 'IN_REVIEW' or status_before = 'IN_REVIEW';
