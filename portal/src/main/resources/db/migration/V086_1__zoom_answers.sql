-- What Zoom has just said of a recording, so that the import that follows need not ask again. Sealed: it holds addresses of
-- files. Taken by that import, and soon too old.
create table zoom_answer (
    recording_id uuid        primary key references zoom_recording (id) on delete cascade,
    answer       text        not null,
    read_at      timestamptz not null
);
