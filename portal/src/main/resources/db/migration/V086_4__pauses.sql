-- When recordings were paused and went on, as Zoom's webhooks told: the chat's clock runs on meanwhile, the video does not.
create table zoom_pause (
    zoom_account text        not null,
    uuid         text        not null,
    at           timestamptz not null,
    resumed      boolean     not null,
    primary key (zoom_account, uuid, at, resumed)
);
create index zoom_pause_age on zoom_pause (at);
