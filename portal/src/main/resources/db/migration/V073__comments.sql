-- What people wrote under a video.
create table media_comment (
    id         uuid        primary key,
    media      uuid        not null references media (id) on delete cascade,
    author     uuid        not null references person (id),
    at_ms      bigint      check (at_ms >= 0),  -- the moment of the video it is about, in milliseconds; absent: the whole
    text       text        not null check (btrim(text) <> ''),
    written_at timestamptz not null,
    edited_at  timestamptz
);

-- The watch page reads them newest first.
create index media_comment_newest on media_comment (media, written_at desc, id desc);
