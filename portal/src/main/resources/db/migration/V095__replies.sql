-- A reply stands under the comment that it answers. There is one level: whoever answers a reply answers in the same place.
alter table media_comment add column answers uuid references media_comment (id) on delete cascade;

-- The replies under the comments of a page, the oldest first.
create index media_comment_replies on media_comment (answers, written_at, id) where answers is not null;

-- The watch page reads the others newest first.
drop index media_comment_newest;
create index media_comment_newest on media_comment (media, written_at desc, id desc) where answers is null;
-- How many there are, and a video that is purged.
create index media_comment_of on media_comment (media);
