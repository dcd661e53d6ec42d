-- The orders and filters of the library page, each read from its index to the end of the page and no further.
create index media_published_longest on media (length_ms desc, id desc) where status = 'PUBLISHED';
create index media_published_title on media (lower(title), id) where status = 'PUBLISHED';
create index media_published_author on media (author, recorded_at desc, id desc) where status = 'PUBLISHED';
-- What guests see may be a small part of what there is.
create index media_public_newest on media (recorded_at desc, id desc) where status = 'PUBLISHED' and access = 'PUBLIC';
create index media_public_longest on media (length_ms desc, id desc) where status = 'PUBLISHED' and access = 'PUBLIC';
create index media_public_title on media (lower(title), id) where status = 'PUBLISHED' and access = 'PUBLIC';
