-- Groups of people: one can be chosen wherever a person can.
create table person_group (
    id         uuid        primary key,
    name       text        not null check (name <> ''),
    name_key   text        not null unique check (name_key = lower(name_key)),
    claim      text check (claim <> ''),  -- value of the sign-in provider's claim that fills it; absent: by hand only
    created_at timestamptz not null,
    created_by text        not null
);
-- "Which groups does this value fill?", asked at each sign-in through the provider.
create index person_group_claim on person_group (claim) where claim is not null;

create table person_group_member (
    person_group uuid        not null references person_group on delete cascade,
    person       uuid        not null references person on delete cascade,
    by_claim     boolean     not null,  -- comes and goes with the claim; false: somebody added them
    added_by     text        not null,
    added_at     timestamptz not null,
    primary key (person_group, person)
);
-- "Which groups is this person in?", asked for every video that is shared with groups.
create index person_group_member_person on person_group_member (person);

-- The people list reads by name.
create index person_by_name on person (lower(name), id) where erased_at is null;
