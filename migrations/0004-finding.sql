-- Finding help requests (docs/decisions/0014-finding-by-one-index.md): one index of codes and words, entered by two
-- functions alone. Their owner reads past the policies, so each function takes the city and what the actor may see
-- from the actor's own settings.
grant usage on schema public to brugwijzer_finder;

-- Who looks after a request in place of the guide who registered it (0009-members-and-keys.sql); it is found by it.
alter table help_request add caretaker_id uuid;

-- What is a code here needs no escaping anywhere: lists answer in JSON that is put together of them as they are
-- (src/db/request/request-json.ts).
alter table help_request add constraint help_request_codes check (
  channel || origin || client_kind || asked_by || status || nationality || contact_language || language_help || theme
    || coalesce(sub_theme, '') || who_did_it || outcome !~ '[^A-Za-z0-9_.-]'
  and (actions || barriers)::text !~ '[^A-Za-z0-9_.,{}-]');

-- The words of a text as they are searched: lower case, without accents and marks, digits of every script as ours.
-- src/domain/request/search-word.ts folds what somebody types in the same way; a test compares the two.
create function folded_words(given text) returns text[] language plpgsql immutable strict parallel safe
  set search_path = pg_catalog as $$
declare
  folded text := lower(given collate "C");
begin
  if octet_length(folded) <> length(folded) then
    folded := regexp_replace(normalize(folded, NFKD),
      '[\u00ad\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060\ufeff]', '', 'g');
    folded := lower(translate(folded,
      'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЁЂЃЄЅІЇЈЉЊЋЌЎЏӀѲΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩςØøŁłĐđÐðıÆŒÞةىیک٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹',
      'абвгдежзийклмнопрстуфхцчшщъыьэюяёђѓєѕіїјљњћќўџӏѳαβγδεζηθικλμνξοπρστυφχψωσoollddddiæœþهييك01234567890123456789')
      collate "C");
    folded := regexp_replace(folded, '[\u0080-\u00bf\u00d7\u00f7\u060c\u061b\u061f\u066a-\u066d\u06d4\u2000-\u206f\u20a0-\u20cf\u3000-\u3003]', ' ', 'g');
  end if;
  return array(select distinct left(word, 40)
    from unnest(string_to_array(translate(folded, E'\u0001\t\n\u000b\f\r!"#$%&''()*+,-./:;<=>?@[\\]^_`{|}~\u007f', repeat(' ', 40)), ' ')) as word
    where word <> '');
end $$;

-- Everything that a help request is found by. Each lexeme begins with a mark of its city, so that no city reads another's
-- postings. A sensitive code is not on the row, so it is not here either. The day stands in it as spans of 8 and of 64
-- days: so the newest rows are found without the rest.
create function city_mark(city uuid) returns text language sql immutable parallel safe
  return right(city::text, 12);
create function request_lexemes(city_id uuid, received_on date, desk_id uuid, guide_id uuid, organization_id uuid,
  channel text, origin text, client_kind text, status text, nationality text, contact_language text, theme text,
  sub_theme text, actions text[], who_did_it text, outcome text, barriers text[], referred_to_text text, tip text,
  caretaker_id uuid)
  returns tsvector language plpgsql immutable parallel safe cost 1000 set search_path = pg_catalog as $$
declare
  mark text := right(city_id::text, 12) || ':';
  day integer := received_on - date '1900-01-01';
  lexemes text[] := array[
    mark || 'span8:' || day / 8, mark || 'span64:' || day / 64,
    mark || 'desk:' || desk_id, mark || 'guide:' || guide_id, mark || 'organization:' || organization_id,
    mark || 'channel:' || channel, mark || 'origin:' || origin, mark || 'clientKind:' || client_kind,
    mark || 'status:' || status, mark || 'nationality:' || nationality, mark || 'contactLanguage:' || contact_language,
    mark || 'theme:' || theme, mark || 'whoDidIt:' || who_did_it, mark || 'outcome:' || outcome];
begin
  if caretaker_id is not null then lexemes := lexemes || (mark || 'caretaker:' || caretaker_id); end if;
  if sub_theme is not null then lexemes := lexemes || (mark || 'subTheme:' || sub_theme); end if;
  if actions <> '{}' then
    lexemes := lexemes || array(select mark || 'action:' || code from unnest(actions) as code);
  end if;
  if barriers <> '{}' then
    lexemes := lexemes || array(select mark || 'barrier:' || code from unnest(barriers) as code);
  end if;
  if referred_to_text is not null or tip is not null then
    lexemes := lexemes || array(select mark || 'word:' || word
      from unnest(public.folded_words(concat_ws(' ', referred_to_text, tip))) as word);
  end if;
  return array_to_tsvector(lexemes);
end $$;
-- A short list of what is not in the index yet: long enough to halve the cost of a write, short enough to read each time.
create index help_request_lexemes on help_request using gin (request_lexemes(city_id, received_on, desk_id, guide_id,
  organization_id, channel, origin, client_kind, status, nationality, contact_language, theme, sub_theme, actions,
  who_did_it, outcome, barriers, referred_to_text, tip, caretaker_id)) with (fastupdate = on, gin_pending_list_limit = 256)
  where voided_at is null;

-- What the actor may see, as a search; null = every row of the city. It says what the policy help_request_read says;
-- a test compares them for every role, and rows are read again under that policy before they leave the database.
create function visible_lexemes() returns tsquery language plpgsql stable set search_path = pg_catalog, public as $$
declare
  mark text := '''' || city_mark(app_city()) || ':';
begin
  if app_is('coordinator', 'cli', 'job') then return null; end if;
  return concat_ws(' | ', '''nothing''',
    case when app_is('guide', 'bridge_figure') then mark || 'organization:' || app_organization() || '''' end,
    case when app_is('guide', 'bridge_figure', 'coach') then mark || 'caretaker:' || app_member() || '''' end,
    case when app_is('coach') then (select string_agg(mark || 'guide:' || m.id || '''', ' | ') from member m
      where m.city_id = app_city() and m.coach_id = app_member()) end)::tsquery;
end $$;

-- Two spans of `width` days and the part of a third: the days from `newest` back.
create function spans_before(city uuid, width integer, newest date) returns tsquery
  language plpgsql immutable set search_path = pg_catalog, public as $$
declare
  span integer := (newest - date '1900-01-01') / width;
  mark text := '''' || city_mark(city) || ':span' || width || ':';
begin
  return (mark || span || ''' | ' || mark || span - 1 || ''' | ' || mark || span - 2 || '''')::tsquery;
end $$;

-- The newest requests of the actor's city that the actor may see and that match (null = all), after a place in the list.
-- What is common is found in the newest days, what is rare by its own short list: days are read from the newest back.
create function find_requests(asked tsquery, from_day date, to_day date, after_day date, after_moment timestamptz,
    after_id uuid, most integer)
  returns setof uuid language plpgsql stable security definer rows 50 set search_path = pg_catalog, public, pg_temp as $$
declare
  city uuid := app_city();
  visible tsquery := visible_lexemes();
  wanted tsquery := coalesce(asked && visible, asked, visible);
  wanted_now tsquery;
  oldest date := coalesce(from_day, '-infinity');
  high date := least(to_day, after_day,
    (select max(r.received_on) from help_request r where r.city_id = city and r.voided_at is null));
  low date;
  width integer;
  found_now integer;
begin
  if wanted is null then
    return query
      select r.id from help_request r
      where r.city_id = city and r.voided_at is null and r.received_on between oldest and high
        and (r.received_on, r.received_at, r.id) < (coalesce(after_day, 'infinity'), coalesce(after_moment, 'infinity'),
          coalesce(after_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
      order by r.received_on desc, r.received_at desc, r.id desc limit most;
    return;
  end if;
  foreach width in array array[8, 64, 0] loop
    exit when most <= 0 or high is null or high < oldest;
    if width = 0 then
      low := oldest;
      wanted_now := wanted;
    else
      low := greatest(oldest, high - 2 * width + 1);
      wanted_now := wanted && spans_before(city, width, high);
    end if;
    return query
      select r.id from (
        select h.id, h.city_id, h.received_on, h.received_at from help_request h
        where h.voided_at is null and request_lexemes(h.city_id, h.received_on, h.desk_id, h.guide_id, h.organization_id,
          h.channel, h.origin, h.client_kind, h.status, h.nationality, h.contact_language, h.theme, h.sub_theme,
          h.actions, h.who_did_it, h.outcome, h.barriers, h.referred_to_text, h.tip, h.caretaker_id) @@ wanted_now
        -- A fence: the index of lexemes is the only way in.
        offset 0) as r
      where r.city_id = city and r.received_on between low and high
        and (after_id is null or (r.received_on, r.received_at, r.id) < (after_day, after_moment, after_id))
      order by r.received_on desc, r.received_at desc, r.id desc limit most;
    get diagnostics found_now = row_count;
    most := most - found_now;
    high := low - 1;
  end loop;
end $$;

-- How many requests of the actor's city the actor may see and match.
create function count_requests(asked tsquery, from_day date, to_day date)
  returns bigint language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  city uuid := app_city();
  visible tsquery := visible_lexemes();
  wanted tsquery := coalesce(asked && visible, asked, visible);
  low date := coalesce(from_day, '-infinity');
  high date := least(to_day,
    (select max(r.received_on) from help_request r where r.city_id = city and r.voided_at is null));
begin
  if wanted is null then
    return (select count(*) from help_request r
      where r.city_id = city and r.voided_at is null and r.received_on between low and high);
  end if;
  if low > high - 16 then
    wanted := wanted && spans_before(city, 8, high);
  elsif low > high - 128 then
    wanted := wanted && spans_before(city, 64, high);
  end if;
  return (
    select count(*) from (
      select h.city_id, h.received_on from help_request h
      where h.voided_at is null and request_lexemes(h.city_id, h.received_on, h.desk_id, h.guide_id, h.organization_id,
        h.channel, h.origin, h.client_kind, h.status, h.nationality, h.contact_language, h.theme, h.sub_theme,
        h.actions, h.who_did_it, h.outcome, h.barriers, h.referred_to_text, h.tip, h.caretaker_id) @@ wanted
      offset 0) as r
    where r.city_id = city and r.received_on between low and high);
end $$;

-- The finder reads past the policies of these two tables, these columns and nothing else.
create policy help_request_find on help_request for select to brugwijzer_finder using (true);
create policy member_find on member for select to brugwijzer_finder using (city_id = app_city());
grant select (city_id, id, received_at, received_on, desk_id, guide_id, organization_id, channel, origin, client_kind,
  status, nationality, contact_language, theme, sub_theme, actions, who_did_it, outcome, barriers, referred_to_text, tip,
  voided_at, caretaker_id) on help_request to brugwijzer_finder;
grant select (city_id, id, coach_id) on member to brugwijzer_finder;
revoke execute on function find_requests, count_requests from public;
grant execute on function find_requests, count_requests to brugwijzer_app;
grant create on schema public to brugwijzer_finder;
alter function find_requests owner to brugwijzer_finder;
alter function count_requests owner to brugwijzer_finder;
revoke create on schema public from brugwijzer_finder;

-- The filters that a person keeps under a name, and the columns of the list that a person chose: nobody else's.
create table request_view (
  city_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  name text not null check (length(name) between 1 and 60),
  -- The address part of the page, without a question mark.
  search text not null check (length(search) <= 2000),
  primary key (city_id, id),
  unique (city_id, member_id, name),
  foreign key (city_id, member_id) references member (city_id, id)
);
create table request_columns (
  city_id uuid not null,
  -- The member whose columns these are.
  id uuid not null,
  columns text[] not null,
  primary key (city_id, id),
  foreign key (city_id, id) references member (city_id, id)
);

-- Who took which rows out of the house, and why in their own words: only the data-protection officer reads it, and
-- nobody changes it.
create table request_export (
  city_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  exported_at timestamptz not null default now(),
  format text not null check (format in ('csv', 'xlsx')),
  -- Codes of the filter; of words that somebody searched for only that there were.
  filter jsonb not null,
  requests integer not null,
  close_columns text[] not null,
  reason text not null check (length(reason) between 10 and 300),
  primary key (city_id, id),
  foreign key (city_id, member_id) references member (city_id, id)
);
create index request_export_newest on request_export (city_id, exported_at desc, id desc);

alter table request_view enable row level security;
alter table request_view force row level security;
alter table request_columns enable row level security;
alter table request_columns force row level security;
alter table request_export enable row level security;
alter table request_export force row level security;

create policy request_view_own on request_view for all to brugwijzer_app
  using (city_id = app_city() and member_id = (select app_member()));
create policy request_columns_own on request_columns for all to brugwijzer_app
  using (city_id = app_city() and id = (select app_member()));
create policy request_export_append on request_export for insert to brugwijzer_app
  with check (city_id = app_city() and member_id = (select app_member()) and (select app_is('coordinator')));
create policy request_export_read on request_export for select to brugwijzer_app
  using (city_id = app_city() and (select app_is('dpo')));
grant select, insert, update (name, search), delete on request_view to brugwijzer_app;
grant select, insert, update (columns) on request_columns to brugwijzer_app;
grant select, insert on request_export to brugwijzer_app;
