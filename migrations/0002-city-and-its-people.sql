-- Every city-owned table: key (city_id, id), foreign keys that carry city_id, and a forced policy on app_city().

create table organization (
  city_id uuid not null references city (id),
  id uuid not null,
  name text not null,
  -- The organisation that runs the one-stop shop registers by default; partners come beside it.
  kind text not null check (kind in ('city', 'agency', 'employer', 'school', 'partner')),
  primary key (city_id, id),
  unique (city_id, name)
);

create table member (
  city_id uuid not null references city (id),
  id uuid not null,
  organization_id uuid not null,
  -- Null: known from an import only, cannot sign in.
  account_id uuid references account (id),
  name text not null,
  roles text[] not null default '{}',
  coach_id uuid,
  disabled_at timestamptz,
  primary key (city_id, id),
  unique (city_id, account_id),
  foreign key (city_id, organization_id) references organization (city_id, id),
  foreign key (city_id, coach_id) references member (city_id, id)
);
create index member_account on member (account_id);
create index member_name on member (city_id, organization_id, name);

create table desk (
  city_id uuid not null references city (id),
  id uuid not null,
  organization_id uuid not null,
  name text not null,
  position integer not null default 0,
  retired_at timestamptz,
  primary key (city_id, id),
  unique (city_id, name),
  foreign key (city_id, organization_id) references organization (city_id, id)
);

create table desk_hours (
  city_id uuid not null,
  id uuid not null,
  desk_id uuid not null,
  -- ISO 8601: 1 = Monday … 7 = Sunday.
  weekday smallint not null check (weekday between 1 and 7),
  opens time not null,
  closes time not null check (closes > opens),
  primary key (city_id, id),
  unique (city_id, desk_id, weekday, opens),
  foreign key (city_id, desk_id) references desk (city_id, id)
);

-- The public holidays that this city keeps; their dates follow from the year (src/domain/report/holiday.ts).
create table observed_holiday (
  city_id uuid not null references city (id),
  id uuid not null,
  code text not null,
  primary key (city_id, id),
  unique (city_id, code)
);

create table closure (
  city_id uuid not null references city (id),
  id uuid not null,
  -- Null: every desk is closed.
  desk_id uuid,
  closed_on date not null,
  reason text not null,
  primary key (city_id, id),
  foreign key (city_id, desk_id) references desk (city_id, id)
);
create unique index closure_once on closure (city_id, closed_on, desk_id) nulls not distinct;

create table code_list_item (
  city_id uuid not null references city (id),
  id uuid not null,
  list text not null,
  code text not null,
  parent text,
  position integer not null,
  active boolean not null default true,
  sensitive boolean not null default false,
  -- {"nl": …, "fr": …, "en": …}
  labels jsonb not null,
  definitions jsonb not null default '{}',
  synonyms text[] not null default '{}',
  version integer not null default 1,
  primary key (city_id, id),
  unique (city_id, list, code)
);

create table audit_event (
  city_id uuid not null references city (id),
  id uuid not null,
  happened_at timestamptz not null default now(),
  -- Null: the command line or the city's own clockwork.
  member_id uuid,
  actor_kind text not null,
  event text not null,
  subject_id uuid,
  -- Counts and codes; never a name, never free text of a person.
  details jsonb not null default '{}',
  primary key (city_id, id),
  foreign key (city_id, member_id) references member (city_id, id)
);
create index audit_event_newest on audit_event (city_id, happened_at desc);

do $$
declare owned text;
begin
  foreach owned in array array['organization', 'member', 'desk', 'desk_hours', 'observed_holiday', 'closure',
                               'code_list_item', 'audit_event'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
  end loop;
end $$;

-- What everybody at work in a city may know of it.
create policy organization_read on organization for select to brugwijzer_app
  using (city_id = app_city() and (select not app_is('public')));
create policy member_read on member for select to brugwijzer_app
  using (city_id = app_city() and (select not app_is('public')));
create policy desk_read on desk for select to brugwijzer_app using (city_id = app_city());
create policy desk_hours_read on desk_hours for select to brugwijzer_app using (city_id = app_city());
create policy observed_holiday_read on observed_holiday for select to brugwijzer_app using (city_id = app_city());
create policy closure_read on closure for select to brugwijzer_app using (city_id = app_city());
create policy code_list_item_read on code_list_item for select to brugwijzer_app using (city_id = app_city());
grant select on organization, member, desk, desk_hours, observed_holiday, closure, code_list_item to brugwijzer_app;

-- Who sets a city up.
create policy organization_write on organization for all to brugwijzer_app
  using (city_id = app_city() and (select app_is('cli', 'admin')));
create policy member_write on member for all to brugwijzer_app
  using (city_id = app_city() and (select app_is('cli', 'admin')));
create policy desk_write on desk for all to brugwijzer_app
  using (city_id = app_city() and (select app_is('cli', 'coordinator')));
create policy desk_hours_write on desk_hours for all to brugwijzer_app
  using (city_id = app_city() and (select app_is('cli', 'coordinator')));
create policy observed_holiday_write on observed_holiday for all to brugwijzer_app
  using (city_id = app_city() and (select app_is('cli', 'coordinator')));
create policy closure_write on closure for all to brugwijzer_app
  using (city_id = app_city() and (select app_is('cli', 'coordinator')));
create policy code_list_item_write on code_list_item for all to brugwijzer_app
  using (city_id = app_city() and (select app_is('cli', 'coordinator')));
grant insert, update on organization, member to brugwijzer_app;
grant insert, update, delete on desk, desk_hours, observed_holiday, closure to brugwijzer_app;
grant insert, update on code_list_item to brugwijzer_app;

-- Sign-in must find the memberships of an account before there is an actor: these columns and nothing else.
create policy member_sign_in on member for select to brugwijzer_auth using (account_id is not null);
grant select (city_id, id, organization_id, account_id, name, roles, disabled_at) on member to brugwijzer_auth;

-- Everybody writes what they did, as who they are; only the data-protection officer reads it; nobody changes it.
create policy audit_event_append on audit_event for insert to brugwijzer_app with check (
  city_id = app_city() and member_id is not distinct from app_member()
  and actor_kind = case when app_member() is null then current_setting('app.roles') else 'member' end);
create policy audit_event_read on audit_event for select to brugwijzer_app
  using (city_id = app_city() and (select app_is('dpo')));
grant select, insert on audit_event to brugwijzer_app;
