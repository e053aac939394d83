-- Places and hours: hours, holidays and closures that know when they hold, so that a report on months gone by stays
-- what it was (docs/decisions/0017-the-calendar-knows-when.md); events; reports as they were frozen.

alter table desk add column version integer not null default 1;
-- The last day on which a retired desk was open. Its rows stay; nothing that was used is deleted.
alter table desk add column last_day date;
alter table desk add constraint desk_retired_when check ((retired_at is null) = (last_day is null));
revoke delete on desk from brugwijzer_app;

-- The day of the newest request that was noted at a desk after a day: before it the desk does not retire. The admin, who
-- retires desks and sees no request, learns that day and nothing else.
create function request_at_desk_after(desk uuid, day date) returns date
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select received_on from help_request
  where city_id = app_city() and app_is('coordinator', 'admin', 'cli') and desk_id = desk and voided_at is null
    and received_on > day
  order by received_on desc limit 1
$$;
revoke execute on function request_at_desk_after from public;
grant execute on function request_at_desk_after to brugwijzer_app;
grant create on schema public to brugwijzer_finder;
alter function request_at_desk_after owner to brugwijzer_finder;
revoke create on schema public from brugwijzer_finder;

-- The first day of the calendar (src/domain/local-date.ts) stands for "always"; without an end they hold on.
alter table desk_hours add column valid_from date not null default '1900-01-01';
alter table desk_hours add column valid_to date;
alter table desk_hours add constraint desk_hours_in_order check (valid_to >= valid_from);
alter table desk_hours drop constraint desk_hours_city_id_desk_id_weekday_opens_key;
alter table desk_hours add constraint desk_hours_once unique (city_id, desk_id, valid_from, weekday, opens);

-- The years in which the city keeps the holiday: [{"first": 1900, "last": null}] is always.
alter table observed_holiday add column years jsonb not null default '[{"first": 1900, "last": null}]';
alter table observed_holiday add column version integer not null default 1;

-- From closed_on to closed_to, both included; until now every closure was one day. The owner of the table is under its
-- policies too, and no policy is its own.
alter table closure add column closed_to date;
alter table closure no force row level security;
update closure set closed_to = closed_on;
alter table closure force row level security;
alter table closure alter column closed_to set not null;
alter table closure add constraint closure_in_order check (closed_to between closed_on and closed_on + 366);
-- The days between them on which it is open all the same.
alter table closure add column open_on jsonb not null default '[]' check (jsonb_typeof(open_on) = 'array');
alter table closure add column version integer not null default 1;
-- That no day is closed twice is a rule of spans now (findOverlap in src/db/city/closure-store.ts).
drop index closure_once;
create index closure_begins on closure (city_id, closed_on);

-- What happened at the desks and explains a figure: illness, a new colleague. Never a person's name.
create table calendar_event (
  city_id uuid not null references city (id),
  id uuid not null,
  begins_on date not null,
  ends_on date not null check (ends_on >= begins_on),
  title text not null check (length(title) between 1 and 120),
  version integer not null default 1,
  primary key (city_id, id)
);
create index calendar_event_begins on calendar_event (city_id, begins_on);

-- A report as it was on the day that it was frozen. Nobody may change or delete it; `content` is the canonical JSON
-- over which the checksum goes, so anybody can count it again.
create table report_snapshot (
  city_id uuid not null references city (id),
  id uuid not null,
  period_from date not null,
  period_to date not null check (period_to > period_from),
  content text not null,
  checksum text not null check (checksum = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
  member_id uuid not null,
  -- Milliseconds, as a cursor tells them.
  made_at timestamptz(3) not null default now(),
  primary key (city_id, id),
  foreign key (city_id, member_id) references member (city_id, id)
);
create index report_snapshot_newest on report_snapshot (city_id, made_at desc);

alter table calendar_event enable row level security;
alter table calendar_event force row level security;
alter table report_snapshot enable row level security;
alter table report_snapshot force row level security;

create policy calendar_event_read on calendar_event for select to brugwijzer_app
  using (city_id = app_city() and (select not app_is('public', 'link')));
create policy calendar_event_write on calendar_event for all to brugwijzer_app
  using (city_id = app_city() and (select app_is('cli', 'coordinator', 'admin')));
grant select, insert, update, delete on calendar_event to brugwijzer_app;

-- Audiences and hidden cells come with the published report; until then only who sees the live figures.
create policy report_snapshot_read on report_snapshot for select to brugwijzer_app
  using (city_id = app_city() and (select app_is('coordinator', 'cli')));
create policy report_snapshot_freeze on report_snapshot for insert to brugwijzer_app
  with check (city_id = app_city() and (select app_is('coordinator')) and member_id = (select app_member()));
grant select, insert on report_snapshot to brugwijzer_app;

-- The admin settles places and hours too.
alter policy desk_write on desk using (city_id = app_city() and (select app_is('cli', 'coordinator', 'admin')));
alter policy desk_hours_write on desk_hours
  using (city_id = app_city() and (select app_is('cli', 'coordinator', 'admin')));
alter policy observed_holiday_write on observed_holiday
  using (city_id = app_city() and (select app_is('cli', 'coordinator', 'admin')));
alter policy closure_write on closure
  using (city_id = app_city() and (select app_is('cli', 'coordinator', 'admin')));
