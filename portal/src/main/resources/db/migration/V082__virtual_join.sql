-- A joined view is computed: the row keeps its own bytes (header, silence), found again by their hash.
alter table zoom_join rename column sources to sha256;
alter table zoom_join drop column remarks;

-- How each segment came into a joined view, and when it begins there.
create table zoom_join_segment (
    recording_id uuid    not null,
    view         text    not null,
    sha256       text    not null,
    segment      integer not null check (segment >= 0),
    starts_us    bigint  not null check (starts_us >= 0),           -- microseconds into the joined video
    kind         text    not null check (kind in ('VIRTUAL', 'SPLICE', 'REMUX', 'REENCODE')),
    reason       text    not null,
    primary key (recording_id, view, sha256, segment),
    foreign key (recording_id, view, sha256) references zoom_join (recording_id, view, sha256) on delete cascade
);

-- What FFmpeg made of single segments, so that a later join need not make it again.
create table zoom_fitted (
    recording_id uuid not null references zoom_recording (id) on delete cascade,
    source       uuid not null references blob (id),
    recipe       text not null,
    blob_id      uuid not null references blob (id),
    primary key (recording_id, source, recipe)
);
create index zoom_fitted_source on zoom_fitted (source);
create index zoom_fitted_blob on zoom_fitted (blob_id);
