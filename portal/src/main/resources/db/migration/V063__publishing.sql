-- Who may see a video and when, where it belongs, and what it is called among others of its kind.
create table category (
    id         uuid        primary key,
    name       text        not null check (btrim(name) <> ''),
    name_key   text        not null unique check (name_key = lower(name_key)),  -- names compare ignoring case
    created_at timestamptz not null
);

alter table media
    add column category        uuid references category (id) on delete set null,
    add column available_from  timestamptz,           -- absent: always
    add column available_until timestamptz,
    add column poster_by_hand  boolean not null default false,  -- somebody brought it
    add column poster_at_ms    bigint check (poster_at_ms >= 0), -- where somebody wants it taken; absent: the portal chooses
    add constraint media_available check (available_until > available_from);
create index media_category on media (category) where category is not null;

create table media_tag (
    media   uuid not null references media (id) on delete cascade,
    tag_key text not null check (tag_key = lower(tag_key) and tag_key <> ''),
    tag     text not null,  -- as somebody wrote it
    primary key (media, tag_key)
);
create index media_tag_key on media_tag (tag_key, media);

-- The secret of "anyone with the link". Revoked is gone: a new one is another.
create table media_link (
    media   uuid        primary key references media (id) on delete cascade,
    secret  text        not null unique check (length(secret) >= 43),
    made_at timestamptz not null
);

-- 244 random bits, safe in an address.
create function link_secret() returns text language sql volatile
as $$ select replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '') $$;

insert into media_link (media, secret, made_at) select id, link_secret(), changed_at from media where access = 'LINK';

-- Captions that somebody put right stay when a re-join brings new ones.
alter table text_track add column by_hand boolean not null default false;

-- Groups of people are the people module's. What the library asks about them, it asks these two; here, there are none yet.
create view grant_group as select null::uuid as id, null::text as name, null::text as name_key where false;
create function groups_of(viewer uuid) returns setof uuid
    language sql stable parallel safe
as $$ select id from grant_group where false $$;

-- A grant is for a person or for a group.
alter table media_grant drop constraint media_grant_pkey;
alter table media_grant alter column person drop not null;
alter table media_grant add column person_group uuid;
alter table media_grant add constraint media_grant_for_one check (num_nonnulls(person, person_group) = 1);
create unique index media_grant_person on media_grant (media, person) where person is not null;
create unique index media_grant_group on media_grant (media, person_group) where person_group is not null;

-- As before, and: within the time it is available, and for the groups it is granted to.
create or replace function visible_media(viewer uuid) returns setof media
    language sql stable parallel safe
as $$
    select m.*
    from media m
    where (m.status = 'PUBLISHED'
            and (m.available_from is null or m.available_from <= now())
            and (m.available_until is null or m.available_until > now())
            and (m.access = 'PUBLIC'
                or (m.access = 'PORTAL' and viewer is not null)
                or (m.access = 'CHOSEN'
                    and exists (
                        select 1 from media_grant g
                        where g.media = m.id
                            and (g.person = viewer or g.person_group in (select k.id from groups_of(viewer) as k (id)))))))
        or m.author = viewer
        or exists (
            select 1 from person p
            where p.id = viewer and p.status = 'ACTIVE' and p.role in ('MODERATOR', 'MANAGER', 'ADMINISTRATOR'))
$$;

-- What a viewer may open who holds these secret links: never in a list, so asked for one item at a time.
create function opened_media(viewer uuid, links text[]) returns setof media
    language sql stable parallel safe
as $$
    select m.*
    from media m
    where exists (select 1 from visible_media(viewer) v where v.id = m.id)
        or (m.status = 'PUBLISHED'
            and m.access = 'LINK'
            and (m.available_from is null or m.available_from <= now())
            and (m.available_until is null or m.available_until > now())
            and exists (select 1 from media_link l where l.media = m.id and l.secret = any (links)))
$$;

-- The bin: who put a video there, and what was purged from it.
alter table media add column deleted_by uuid references person (id);
create index media_bin on media (deleted_at) where status = 'DELETED';

-- A purged video leaves this behind: what it came from never makes an item again.
create table media_purged (
    id        uuid        primary key,
    source    text        not null unique,
    purged_at timestamptz not null,
    purged_by text        not null
);
