-- A version's number is never given twice, also where a version that waited was dropped: whoever decides about one by its
-- number means the one they looked at.
alter table media add column versions_made integer not null default 1;
update media m set versions_made = greatest(m.version, (select max(v.number) from media_version v where v.media = m.id));
