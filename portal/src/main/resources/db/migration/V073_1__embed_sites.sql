-- Sites whose pages may show videos in a frame, such as https://intranet.example.org; none: every site may.
alter table portal_setting add column embed_sites text[] not null default '{}';
