-- The library of one category, newest first.
create index media_published_category on media (category, recorded_at desc, id desc)
    where status = 'PUBLISHED' and category is not null;
