-- The portal's settings: exactly one row, there from the start with the defaults.
create table portal_setting (
    only_row            boolean primary key default true check (only_row),
    name                text    not null default 'Perennial' check (length(name) between 1 and 80),
    time_zone           text    not null default 'UTC',
    content_moderation  boolean not null default false,
    approvals_needed    int     not null default 1 check (approvals_needed >= 1),
    moderate_moderators boolean not null default false,
    publish_access      text    not null default 'portal'
        check (publish_access in ('author', 'chosen', 'portal', 'link', 'public')),
    publish_download    boolean not null default false,
    publish_embed       boolean not null default false,
    publish_share       boolean not null default true,
    publish_comments    boolean not null default true,
    publish_category    text
);

insert into portal_setting default values;
