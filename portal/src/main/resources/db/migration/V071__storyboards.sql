-- Small pictures of items for the player's progress bar, made when somebody first asks for them.
create table storyboard (
    id      uuid    primary key references media (id) on delete cascade, -- the media item
    asked   integer not null,           -- the media version somebody asked for
    version integer not null default 0, -- the one the sheets are of, though there may be none; 0 not tried
    wanted  bigint  not null default 0,
    served  bigint  not null default 0
);

create table storyboard_sheet (
    media      uuid    not null references storyboard (id) on delete cascade,
    position   integer not null check (position >= 0),
    blob       uuid    not null references blob (id),
    start_ms   bigint  not null check (start_ms >= 0), -- milliseconds of the item
    between_ms bigint  not null check (between_ms > 0),
    pictures   integer not null check (pictures > 0),
    primary key (media, position)
);
create index storyboard_sheet_blob on storyboard_sheet (blob); -- "is this blob still used?"
