-- Words about somebody's affairs that only whoever wrote them may read, and whoever they were written to: notes, and what
-- a guide and the coach or a colleague say about a request (docs/decisions/0037-words-for-two.md). Nothing searches them.

-- The city's own key for such words, under AES-256-GCM with a key that is not in the database: 12 bytes, the rest, 16 bytes.
create table word_key (
  city_id uuid not null references city (id),
  id uuid not null,
  wrapped_key bytea not null,
  made_at timestamptz not null default clock_timestamp(),
  primary key (city_id, id)
);
create index word_key_newest on word_key (city_id, made_at desc);

create table sealed_words (
  city_id uuid not null references city (id),
  id uuid not null,
  request_id uuid not null,
  kind text not null check (kind in ('note', 'question', 'answer', 'handover')),
  author_id uuid not null,
  -- Null: for nobody else.
  reader_id uuid,
  key_id uuid not null,
  -- AES-256-GCM, bound to the city, the request and this row: 12 bytes, the rest, 16 bytes.
  sealed bytea not null,
  erase_on date not null,
  written_at timestamptz not null,
  version integer not null default 1,
  primary key (city_id, id),
  check ((kind = 'note') = (reader_id is null)),
  foreign key (city_id, request_id) references help_request (city_id, id),
  foreign key (city_id, author_id) references member (city_id, id),
  foreign key (city_id, reader_id) references member (city_id, id),
  foreign key (city_id, key_id) references word_key (city_id, id)
);
create unique index sealed_words_one_note on sealed_words (city_id, request_id, author_id) where kind = 'note';
create index sealed_words_request on sealed_words (city_id, request_id);
create index sealed_words_erase on sealed_words (city_id, erase_on);
create index sealed_words_key on sealed_words (city_id, key_id);

alter table word_key enable row level security;
alter table word_key force row level security;
alter table sealed_words enable row level security;
alter table sealed_words force row level security;

-- Without the server's own secret a wrapped key opens nothing.
create policy word_key_read on word_key for select to brugwijzer_app
  using (city_id = app_city() and (select app_is('guide', 'bridge_figure', 'coach', 'job', 'cli')));
create policy word_key_add on word_key for insert to brugwijzer_app
  with check (city_id = app_city() and (select app_is('job', 'cli')));
create policy word_key_drop on word_key for delete to brugwijzer_app
  using (city_id = app_city() and (select app_is('cli')));
grant select, insert, delete on word_key to brugwijzer_app;

-- Clockwork and command line see what is sealed, to erase it and to seal it anew.
create policy sealed_words_read on sealed_words for select to brugwijzer_app using (
  city_id = app_city() and (
    (select app_is('job', 'cli'))
    or ((select app_is('guide', 'bridge_figure', 'coach')) and (select app_member()) in (author_id, reader_id))
  ));
-- About a request that one sees, an answer about what one was asked; a note only about one's own.
create policy sealed_words_add on sealed_words for insert to brugwijzer_app with check (
  city_id = app_city() and (select app_is('guide', 'bridge_figure', 'coach')) and author_id = (select app_member())
  and (kind = 'answer' or (select kind <> 'note' or app_member() in (r.guide_id, r.caretaker_id) from help_request r
    where r.city_id = sealed_words.city_id and r.id = sealed_words.request_id)));
create policy sealed_words_change on sealed_words for update to brugwijzer_app using (
  city_id = app_city() and (
    (select app_is('cli'))
    or ((select app_is('guide', 'bridge_figure', 'coach')) and author_id = (select app_member()))
  ));
create policy sealed_words_erase on sealed_words for delete to brugwijzer_app using (
  city_id = app_city() and (
    (select app_is('job'))
    or ((select app_is('guide', 'bridge_figure', 'coach')) and author_id = (select app_member()))
  ));
grant select, insert, update (key_id, sealed, erase_on, written_at, version), delete on sealed_words to brugwijzer_app;
