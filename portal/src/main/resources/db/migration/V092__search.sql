-- Search: what is said, written and named in items, as PostgreSQL's full text search reads it. Rights are not here: every
-- query joins visible_media.

create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- PostgreSQL's configurations for all its languages once more, for which "Größe" and "Grosse" are one word.
do $$
declare
    language record;
begin
    for language in
        select c.cfgname, d.dictname
        from pg_ts_config c
            join pg_ts_config_map m on m.mapcfg = c.oid and m.mapseqno = 1
            join pg_ts_dict d on d.oid = m.mapdict
        where c.cfgnamespace = 'pg_catalog'::regnamespace
            and m.maptokentype = (select tokid from ts_token_type('default') where alias = 'word')
    loop
        execute format('create text search configuration %I (copy = pg_catalog.%I)', 'search_' || language.cfgname,
            language.cfgname);
        execute format('alter text search configuration %I alter mapping for word, hword, hword_part with unaccent, %I',
            'search_' || language.cfgname, language.dictname);
    end loop;
end $$;

-- Words by their stem, in order, and as they are written, for what begins with a few letters and for other languages. The
-- latter without places: a place goes to 16383 at most, and long meetings need those.
create function search_vector(language regconfig, words text) returns tsvector
    language sql immutable parallel safe
as $$
    select to_tsvector(language, words) || strip(to_tsvector('search_simple'::regconfig, words))
$$;

-- One row an item, for finding and ranking it.
create table search_document (
    id         uuid    primary key references media (id) on delete cascade, -- the media item
    language   text    not null,           -- the configuration it was written with
    heading    tsvector not null,          -- A title, B people, C description
    words      tsvector not null,          -- all of that, and D what is said and written in the chat
    clipped    boolean not null default false, -- too long to know the place of its last words
    heading_of text    not null,           -- hash of what the heading was made of
    version    integer not null default 0, -- the media version whose lines are in; 0 none yet
    wanted     bigint  not null default 0, -- indexing asked for, and
    served     bigint  not null default 0  -- the last that a run began for
);
create index search_document_heading on search_document using gin (heading);
create index search_document_words on search_document using gin (words);
-- A word in every tenth item is worth knowing about: the planner then walks the newest items instead of all that have it.
alter table search_document alter column words set statistics 1000;
alter table search_document alter column heading set statistics 400;

-- One row a caption or chat message, for the passages of an item that was found.
create table search_line (
    media    uuid    not null references search_document (id) on delete cascade,
    position integer not null,
    chat     boolean not null, -- written in the chat rather than said
    at_ms    bigint  not null check (at_ms >= 0),
    who      text,
    text     text    not null,
    words    tsvector not null,
    primary key (media, position)
);

-- Every word there is, to find those that are spelt like one that nobody said. It may know words that are gone, and words of
-- items that hardly anybody may see: only what is found with them is ever shown.
create table search_word (
    word text primary key
);
create index search_word_alike on search_word using gin (word gin_trgm_ops);
