-- How the portal looks: exactly one row.
create table portal_brand (
    only_row boolean primary key default true check (only_row),
    accent   text    not null default 'fern' check (accent in ('fern', 'lake', 'plum', 'rust', 'slate')),
    logo     bytea,  -- a PNG of our own making
    logo_key text,   -- a hash of it, for its address
    check ((logo is null) = (logo_key is null))
);
insert into portal_brand default values;
