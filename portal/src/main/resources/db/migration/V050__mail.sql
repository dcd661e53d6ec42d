-- Mails to send and sent. The key says what a mail is about: the same thing is said once, whatever is repeated.
create table outbox_mail (
    id          uuid        primary key,
    key         text        not null unique,
    recipient   text        not null,
    subject     text        not null,
    body        text        not null,
    message_id  text        not null unique,  -- fixed here, so that a mail delivered twice is recognised as one
    state       text        not null default 'WAITING' check (state in ('WAITING', 'SENT', 'FAILED')),
    attempts    int         not null default 0 check (attempts >= 0),
    reason      text        not null default '',  -- what the last attempt met, for people
    created_at  timestamptz not null,
    next_try_at timestamptz,                      -- absent: not before a mail server is configured
    ended_at    timestamptz,                      -- sent, or given up
    check ((state = 'WAITING') = (ended_at is null))
);

-- The outbox page and its counts read what is not sent; the page reads the newest first.
create index outbox_mail_open on outbox_mail (state) where state <> 'SENT';
create index outbox_mail_newest on outbox_mail (created_at desc, id);
