-- A call to delete may reach Zoom although its answer never comes: from this moment on only a look at Zoom tells.
alter table deletion_intent add column calling_at timestamptz;

-- Where the next sync goes on asking the gate: each asks about a part of the candidates only.
create table deletion_place (
    connection_id uuid        primary key references zoom_connection (id) on delete cascade,
    started_at    timestamptz not null,
    recording_id  uuid        not null
);
create index zoom_recording_candidates on zoom_recording (zoom_account, started_at, id)
    where state = 'imported' and at_zoom = 'present' and kept_at_zoom = '';
