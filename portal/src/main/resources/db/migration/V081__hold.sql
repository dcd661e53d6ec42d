-- A connection that a person has paused, and how often somebody cut what was being fetched.
create table zoom_hold (
    connection_id uuid        primary key references zoom_connection (id) on delete cascade,
    held_by       text,                                                   -- null: goes on
    held_at       timestamptz,
    cuts          bigint      not null default 0,
    check ((held_by is null) = (held_at is null))
);

-- Somebody asked for this very recording, so the rules of the settings do not leave it out.
alter table zoom_recording add column asked_for boolean not null default false;
