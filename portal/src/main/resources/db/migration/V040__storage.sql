-- Bytes that are whole and durable. A row is written after its file, so every row has its bytes.
create table blob (
    id         uuid        primary key,                                      -- random; also the file's name
    size_bytes bigint      not null check (size_bytes >= 0),
    sha256     text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    stored_at  timestamptz not null default now()
);

-- Bytes still arriving, or arrived and not yet recorded: where to go on after a crash.
create table blob_part (
    id            uuid        primary key,
    writer        uuid        not null,                                      -- the last writer to open it; an older one is refused
    durable_bytes bigint      not null default 0 check (durable_bytes >= 0), -- this many were fsync'd
    validator     text,                                                      -- the source's mark of identity, e.g. its ETag
    touched_at    timestamptz not null default now()
);

-- The daily clean-up asks which unfinished parts nobody has touched for long.
create index blob_part_touched on blob_part (touched_at);
