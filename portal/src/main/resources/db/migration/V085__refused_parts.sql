-- Parts that can be joined in no way, and why, as the latest plan found them; gone once the recording can be joined.
create table zoom_refused_part (
    recording_id uuid    not null references zoom_recording (id) on delete cascade,
    view         text    not null,
    segment      integer not null check (segment >= 0),
    kind         text    not null check (kind = 'REFUSE'),
    reason       text    not null,
    primary key (recording_id, view, segment)
);
