-- How items are watched. Narrow tables of their own: they change all the time, and media rows must not.

create table watch_progress (
    person      uuid        not null references person (id) on delete cascade,
    media       uuid        not null references media (id) on delete cascade,
    position_ms bigint      not null check (position_ms >= 0), -- where the person is, in milliseconds
    finished    boolean     not null,
    changed_at  timestamptz not null,
    primary key (person, media)
);
-- "Keep watching"
create index watch_progress_unfinished on watch_progress (person, changed_at desc) where not finished;

-- A person who watches counts once a day.
create table media_view (
    media     uuid not null references media (id) on delete cascade,
    person    uuid not null references person (id) on delete cascade,
    viewed_on date not null, -- the day in UTC
    primary key (media, person, viewed_on)
);

create table view_count (
    media uuid   primary key references media (id) on delete cascade,
    views bigint not null check (views > 0)
);
