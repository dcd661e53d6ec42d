-- The queue. The columns are those of db-scheduler 16, which runs it; only the portal's jobs module reads or writes it.
create table scheduled_tasks (
    task_name            text        not null,            -- which job, e.g. 'sync.scan'
    task_instance        text        not null,            -- the id of its subject
    task_data            bytea,                           -- unused: a job carries nothing but the id
    execution_time       timestamptz not null,            -- due at, by the database's clock
    picked               boolean     not null,
    picked_by            text,                            -- the node that runs it
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,                     -- the running node was alive then
    version              bigint      not null,            -- the fence: every change of hands raises it
    priority             smallint,
    primary key (task_name, task_instance)
);

-- Each poll asks for what is due and not running.
create index scheduled_tasks_due on scheduled_tasks (execution_time) where not picked;

-- Every few seconds: which running job has fallen silent?
create index scheduled_tasks_silent on scheduled_tasks (last_heartbeat) where picked;
