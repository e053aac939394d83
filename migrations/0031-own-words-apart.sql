-- What somebody said is seen by whoever may see the sensitive codes of a request, and by nobody else: it moves to where
-- these are (docs/decisions/0027-own-words.md).
alter table help_request_sensitive
  add own_words text check (length(own_words) <= 200),
  add may_quote boolean,
  drop constraint help_request_sensitive_check,
  add constraint help_request_sensitive_holds check (num_nonnulls(status, sub_theme, own_words) > 0),
  add constraint help_request_sensitive_permission check (own_words is not null or may_quote is null);
grant update (own_words, may_quote) on help_request_sensitive to brugwijzer_app;

-- The owner of a table obeys its policies only while they are forced.
alter table help_request no force row level security;
alter table help_request_sensitive no force row level security;
alter table help_request_version no force row level security;
alter table help_request_sensitive_version no force row level security;

insert into help_request_sensitive (city_id, id, received_on, guide_id, organization_id, own_words, may_quote)
select city_id, id, received_on, guide_id, organization_id, own_words, may_quote
from help_request where own_words is not null
on conflict (city_id, id) do update set own_words = excluded.own_words, may_quote = excluded.may_quote;

-- Their history too: beside what the same correction changed of sensitive codes, or alone.
with said as (
  select v.city_id, v.request_id, v.version, jsonb_agg(change order by place) as changes
  from help_request_version v, jsonb_array_elements(v.changes) with ordinality as each (change, place)
  where change ->> 'field' in ('ownWords', 'mayQuote')
  group by v.city_id, v.request_id, v.version
), joined as (
  update help_request_sensitive_version h set changes = h.changes || s.changes
  from said s
  where h.city_id = s.city_id and h.request_id = s.request_id and h.version = s.version and h.with_row
  returning h.city_id, h.request_id, h.version
), apart as (
  insert into help_request_sensitive_version
    (city_id, id, request_id, guide_id, version, with_row, changed_at, member_id, actor_kind, changes)
  select v.city_id, gen_random_uuid(), v.request_id, r.guide_id, v.version, true, v.changed_at, v.member_id, v.actor_kind,
    s.changes
  from said s join help_request_version v using (city_id, request_id, version)
    join help_request r on r.city_id = s.city_id and r.id = s.request_id
  where (s.city_id, s.request_id, s.version) not in (select city_id, request_id, version from joined)
)
update help_request_version v set changes = (
  select coalesce(jsonb_agg(change order by place), '[]')
  from jsonb_array_elements(v.changes) with ordinality as each (change, place)
  where change ->> 'field' not in ('ownWords', 'mayQuote'))
from said s where v.city_id = s.city_id and v.request_id = s.request_id and v.version = s.version;

alter table help_request drop column own_words, drop column may_quote;

alter table help_request force row level security;
alter table help_request_sensitive force row level security;
alter table help_request_version force row level security;
alter table help_request_sensitive_version force row level security;

-- The words that a report may quote, newest first: never beside a sensitive code.
create index help_request_quotable on help_request_sensitive (city_id, received_on desc)
  where may_quote and status is null and sub_theme is null;

-- As before, but what was said stays where it is: no correction of somebody else's changes it.
create or replace function follow_correction(corrected uuid, drops_status boolean, drops_sub_theme boolean, happened_at timestamptz)
  returns void language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  request help_request;
  hidden help_request_sensitive;
  dropped jsonb;
begin
  select * into request from help_request where city_id = app_city() and id = corrected;
  select * into hidden from help_request_sensitive where city_id = app_city() and id = corrected;
  -- Only for whoever has just written this version of the row.
  if not found or not exists (select from help_request_version v where v.city_id = app_city() and v.request_id = corrected
    and v.version = request.version and v.member_id = app_member() and v.changed_at = happened_at) then return; end if;
  dropped := (case when drops_status and hidden.status is not null
      then jsonb_build_array(jsonb_build_object('field', 'status', 'from', hidden.status, 'to', request.status))
      else '[]' end)
    || (case when drops_sub_theme and hidden.sub_theme is not null
      then jsonb_build_array(jsonb_build_object('field', 'subTheme', 'from', hidden.sub_theme, 'to', request.sub_theme))
      else '[]' end);
  if dropped <> '[]' then
    insert into help_request_sensitive_version
      (city_id, id, request_id, guide_id, version, with_row, changed_at, member_id, actor_kind, changes)
    values (app_city(), gen_random_uuid(), corrected, request.guide_id, request.version, true, happened_at, app_member(),
      'member', dropped);
  end if;
  if (drops_status or hidden.status is null) and (drops_sub_theme or hidden.sub_theme is null)
    and hidden.own_words is null then
    delete from help_request_sensitive where city_id = app_city() and id = corrected;
  else
    update help_request_sensitive set received_on = request.received_on,
        status = case when drops_status then null else hidden.status end,
        sub_theme = case when drops_sub_theme then null else hidden.sub_theme end
      where city_id = app_city() and id = corrected;
  end if;
end $$;

-- Help requests are found by whether it was somebody's first visit too (0004-finding.sql). The index is made anew: in a
-- databank of a million requests the first start waits for it (docs/performance.md).
drop index help_request_lexemes;
drop function request_lexemes;
create function request_lexemes(city_id uuid, received_on date, desk_id uuid, guide_id uuid, organization_id uuid,
  channel text, origin text, client_kind text, status text, nationality text, contact_language text, theme text,
  sub_theme text, actions text[], who_did_it text, outcome text, barriers text[], referred_to_text text, tip text,
  caretaker_id uuid, first_visit boolean)
  returns tsvector language plpgsql immutable parallel safe cost 1000 set search_path = pg_catalog as $$
declare
  mark text := right(city_id::text, 12) || ':';
  day integer := received_on - date '1900-01-01';
  lexemes text[] := array[
    mark || 'span8:' || day / 8, mark || 'span64:' || day / 64,
    mark || 'desk:' || desk_id, mark || 'guide:' || guide_id, mark || 'organization:' || organization_id,
    mark || 'channel:' || channel, mark || 'origin:' || origin, mark || 'clientKind:' || client_kind,
    mark || 'status:' || status, mark || 'nationality:' || nationality, mark || 'contactLanguage:' || contact_language,
    mark || 'firstVisit:' || case when first_visit then 'first' when not first_visit then 'again' else 'not_asked' end,
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
create index help_request_lexemes on help_request using gin (request_lexemes(city_id, received_on, desk_id, guide_id,
  organization_id, channel, origin, client_kind, status, nationality, contact_language, theme, sub_theme, actions,
  who_did_it, outcome, barriers, referred_to_text, tip, caretaker_id, first_visit))
  with (fastupdate = on, gin_pending_list_limit = 256)
  where voided_at is null;
create or replace function find_requests(asked tsquery, from_day date, to_day date, after_day date, after_moment timestamptz,
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
          h.actions, h.who_did_it, h.outcome, h.barriers, h.referred_to_text, h.tip, h.caretaker_id,
          h.first_visit) @@ wanted_now
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
create or replace function count_requests(asked tsquery, from_day date, to_day date)
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
        h.actions, h.who_did_it, h.outcome, h.barriers, h.referred_to_text, h.tip, h.caretaker_id,
        h.first_visit) @@ wanted
      offset 0) as r
    where r.city_id = city and r.received_on between low and high);
end $$;
grant select (first_visit) on help_request to brugwijzer_finder;

-- A counting that was taken away keeps its version: whoever still has it on the screen never writes over the next one.
alter table population add removed_at timestamptz;
revoke delete on population from brugwijzer_app;
