-- The library by views.
create index view_count_most on view_count (views desc, media desc);
