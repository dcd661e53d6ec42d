-- Whom the sign-in provider knows under which name of its own; a changed address makes no second account.
create table person_login (
    issuer    text        not null,
    subject   text        not null,
    person    uuid        not null references person on delete cascade,
    linked_at timestamptz not null,
    primary key (issuer, subject)
);
create index person_login_person on person_login (person);

create table sign_in_setting (
    only_row  boolean primary key default true check (only_row),
    passwords boolean not null default true  -- whether e-mail and password sign in, where there is a provider
);
insert into sign_in_setting default values;
