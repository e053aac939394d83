-- What a city itself says to whoever sits at the desk, in a language, and how somebody read it aloud
-- (docs/decisions/0045-words-of-the-city.md). Once there, a row stays: emptied it keeps its version, so that nobody
-- writes over what they did not see.
create table client_words (
  city_id uuid not null references city (id),
  id uuid not null,
  language text not null check (language in ('nl', 'ar', 'ary', 'fr', 'en', 'ru', 'ce', 'inh')),
  -- Which sentence it is (src/text/client-words.ts).
  key text not null check (length(key) <= 80),
  -- Null: taken back; what the product says holds again.
  words text check (length(words) between 1 and 600),
  -- The Dutch sentence that stood beside it when it was written.
  source text,
  written_by uuid not null,
  written_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (city_id, id),
  unique (city_id, language, key),
  foreign key (city_id, written_by) references member (city_id, id),
  check ((words is null) = (source is null))
);

-- A voice: nothing but the sentence, who made it in Brugwijzer, and when. Removed, nothing of it is left here.
create table client_recording (
  city_id uuid not null references city (id),
  id uuid not null,
  language text not null check (language in ('nl', 'ar', 'ary', 'fr', 'en', 'ru', 'ce', 'inh')),
  -- What is read aloud: the first words, or the word for a theme.
  part text not null check (length(part) <= 80),
  media_type text check (media_type in ('audio/webm', 'audio/ogg', 'audio/mp4')),
  bytes bytea check (octet_length(bytes) between 1 and 2097152),
  -- SHA-256 of the bytes, in hexadecimal.
  checksum text,
  seconds integer check (seconds between 1 and 300),
  -- SHA-256 of the words that were read.
  read_from text,
  made_by uuid not null,
  made_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (city_id, id),
  unique (city_id, language, part),
  foreign key (city_id, made_by) references member (city_id, id),
  check (num_nulls(media_type, bytes, checksum, seconds, read_from) in (0, 5))
);

alter table client_words enable row level security;
alter table client_words force row level security;
alter table client_recording enable row level security;
alter table client_recording force row level security;

create policy client_words_read on client_words for select to brugwijzer_app
  using (city_id = app_city() and (select app_is('guide', 'bridge_figure', 'coach', 'coordinator', 'admin')));
create policy client_words_add on client_words for insert to brugwijzer_app
  with check (city_id = app_city() and (select app_is('coordinator', 'admin')) and written_by = (select app_member()));
create policy client_words_change on client_words for update to brugwijzer_app
  using (city_id = app_city() and (select app_is('coordinator', 'admin')))
  with check (city_id = app_city() and written_by = (select app_member()));
grant select, insert, update (words, source, written_by, written_at, version) on client_words to brugwijzer_app;

create policy client_recording_read on client_recording for select to brugwijzer_app
  using (city_id = app_city() and (select app_is('guide', 'bridge_figure', 'coach', 'coordinator', 'admin')));
create policy client_recording_add on client_recording for insert to brugwijzer_app
  with check (city_id = app_city() and (select app_is('coordinator', 'admin')) and made_by = (select app_member()));
create policy client_recording_change on client_recording for update to brugwijzer_app
  using (city_id = app_city() and (select app_is('coordinator', 'admin')))
  with check (city_id = app_city() and made_by = (select app_member()));
grant select, insert, update (media_type, bytes, checksum, seconds, read_from, made_by, made_at, version)
  on client_recording to brugwijzer_app;
