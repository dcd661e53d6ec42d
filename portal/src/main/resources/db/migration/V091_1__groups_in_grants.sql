-- The library asks about groups through a view and a function of its own; here they learn about the groups there are. A
-- portal whose library does not share with groups has neither, and needs nothing.
do $$
begin
    if to_regclass('grant_group') is null then
        return;
    end if;
    create or replace view grant_group as select id, name, name_key from person_group;
    create or replace function groups_of(viewer uuid) returns setof uuid
        language sql stable parallel safe
    as 'select person_group from person_group_member where person = viewer';
    -- A deleted group shares nothing any more.
    alter table media_grant add constraint media_grant_group_exists
        foreign key (person_group) references person_group (id) on delete cascade;
end $$;
