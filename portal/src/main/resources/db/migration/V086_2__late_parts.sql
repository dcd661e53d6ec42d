-- Late segments and views of an item that was approved wait in review, as a version of their own, while the approved one is shown;
-- and what people wrote by hand wins over whatever is joined later.

alter table media_version
    add column waits     boolean not null default false,
    add column length_ms bigint;                                    -- null: made before lengths were kept here
create unique index media_version_one_waits on media_version (media) where waits;
create index media_version_waits on media_version (made_at, media) where waits;

-- What a Moderator did not want: it stays out of this item, whatever is joined later. By its bytes, as it may be fetched anew.
create table media_refused (
    media      uuid        not null references media (id) on delete cascade,
    sha256     text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    refused_by uuid        not null references person (id),
    refused_at timestamptz not null,
    reason     text        not null,
    primary key (media, sha256)
);

-- Where the segments lie in a version, so that a moment of one is found in the next.
create table media_segment (
    media       uuid        not null,
    version     integer     not null,
    position    integer     not null check (position >= 0),
    recorded_at timestamptz not null,
    start_ms    bigint      not null check (start_ms >= 0),
    primary key (media, version, position),
    foreign key (media, version) references media_version (media, number) on delete cascade
);
insert into media_segment (media, version, position, recorded_at, start_ms)
select c.media, c.version, c.position, m.recorded_at + c.start_ms * interval '1 millisecond', c.start_ms
from chapter c join media m on m.id = c.media
where m.source like 'zoom:%';

alter table media_version add column chapters_by_hand boolean not null default false;

-- Where a moment of one version lies in another: with the segment it falls into. Moments of none stay where they are.
create function moved(item uuid, from_version integer, to_version integer, at_ms bigint) returns bigint
    language sql stable
as $$
    select least(
        coalesce(
            (select there.start_ms + at_ms - here.start_ms
             from media_segment here join media_segment there
                 on there.media = here.media and there.version = to_version and there.recorded_at = here.recorded_at
             where here.media = item and here.version = from_version and here.start_ms <= at_ms
             order by here.start_ms desc limit 1),
            at_ms),
        (select coalesce(length_ms, 9223372036854775807) from media_version where media = item and number = to_version))
$$;
