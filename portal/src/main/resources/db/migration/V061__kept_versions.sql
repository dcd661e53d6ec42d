-- A version that was replaced stays for a while, for players that are in the middle of it.
alter table media_version add column replaced_at timestamptz;
create index media_version_replaced on media_version (replaced_at) where replaced_at is not null;
