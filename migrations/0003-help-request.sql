create table import (
  city_id uuid not null references city (id),
  id uuid not null,
  organization_id uuid not null,
  file_name text not null,
  rows integer not null,
  imported integer not null,
  rejected integer not null,
  -- Null: made on the command line.
  member_id uuid,
  imported_at timestamptz not null default now(),
  undone_at timestamptz,
  primary key (city_id, id),
  foreign key (city_id, organization_id) references organization (city_id, id),
  foreign key (city_id, member_id) references member (city_id, id)
);

-- One wide row per help request: the facts of the visit are snapshots on it, so a report reads one table.
create table help_request (
  city_id uuid not null references city (id),
  id uuid not null,
  visit_id uuid not null,
  household_visit_id uuid,
  received_at timestamptz not null,
  -- False: only the day is known, received_at is noon of that day.
  time_known boolean not null default true,
  -- The city's own calendar day: stored, because a report must not change with a time zone table.
  received_on date not null,
  recorded_at timestamptz not null default now(),
  desk_id uuid not null,
  guide_id uuid not null,
  organization_id uuid not null,
  channel text not null default 'not_asked',
  origin text not null default 'not_asked',
  client_kind text not null default 'not_asked',
  asked_by text not null default 'not_asked',
  -- Never a sensitive code: see help_request_sensitive.
  status text not null default 'not_asked',
  status_definition integer not null default 1,
  nationality text not null default 'not_asked',
  contact_language text not null default 'not_asked',
  language_help text not null default 'not_asked',
  neighbourhood text,
  first_visit boolean,
  theme text not null,
  sub_theme text,
  actions text[] not null default '{}',
  who_did_it text not null default 'not_asked',
  outcome text not null default 'not_asked',
  barriers text[] not null default '{}',
  minutes integer check (minutes between 0 and 1440),
  referred_to_text text,
  tip text check (length(tip) <= 140),
  import_id uuid,
  import_key text,
  -- The normalised imported row, to tell a changed row from one that was imported already.
  import_digest text,
  import_row integer,
  voided_at timestamptz,
  void_reason text,
  version integer not null default 1,
  primary key (city_id, id),
  check ((voided_at is null) = (void_reason is null)),
  foreign key (city_id, desk_id) references desk (city_id, id),
  foreign key (city_id, guide_id) references member (city_id, id),
  foreign key (city_id, organization_id) references organization (city_id, id),
  foreign key (city_id, import_id) references import (city_id, id)
);
create index help_request_newest on help_request (city_id, received_on desc, received_at desc, id desc) where voided_at is null;
create index help_request_theme on help_request (city_id, theme, received_on desc, received_at desc, id desc) where voided_at is null;
create index help_request_organization
  on help_request (city_id, organization_id, received_on desc, received_at desc, id desc) where voided_at is null;
create index help_request_import on help_request (city_id, import_id) where import_id is not null;
create unique index help_request_import_key on help_request (city_id, import_key) where import_key is not null;

-- Codes that may never become a filter, a column, an address or an export (docs/decisions/0004-sensitive-codes.md).
-- received_on, guide_id and organization_id repeat the request's, so that this table's policy needs no other table.
create table help_request_sensitive (
  city_id uuid not null,
  id uuid not null,
  received_on date not null,
  guide_id uuid not null,
  organization_id uuid not null,
  status text,
  sub_theme text,
  primary key (city_id, id),
  check (status is not null or sub_theme is not null),
  foreign key (city_id, id) references help_request (city_id, id) on delete cascade
);
create index help_request_sensitive_received on help_request_sensitive (city_id, received_on);

alter table import enable row level security;
alter table import force row level security;
alter table help_request enable row level security;
alter table help_request force row level security;
alter table help_request_sensitive enable row level security;
alter table help_request_sensitive force row level security;

-- Who reads which rows: the table of roles in src/domain/right.ts. `(select …)` is asked once per query, not per row.
create policy help_request_read on help_request for select to brugwijzer_app using (
  city_id = app_city() and (
    (select app_is('coordinator', 'cli', 'job'))
    or ((select app_is('guide', 'bridge_figure')) and organization_id = (select app_organization()))
    or ((select app_is('coach')) and guide_id in (
      select m.id from member m where m.city_id = app_city() and m.coach_id = (select app_member())))
  ));
create policy help_request_write on help_request for insert to brugwijzer_app with check (
  city_id = app_city() and (
    (select app_is('cli'))
    or ((select app_is('coordinator')) and import_id is not null)
    or ((select app_is('guide', 'bridge_figure'))
      and organization_id = (select app_organization()) and guide_id = (select app_member()))
  ));
create policy help_request_change on help_request for update to brugwijzer_app using (
  city_id = app_city() and (
    (select app_is('coordinator', 'cli'))
    or ((select app_is('guide', 'bridge_figure')) and guide_id = (select app_member()))
  ));
-- Only what voiding touches; correcting comes with its history.
grant select, insert, update (voided_at, void_reason, import_key, version) on help_request to brugwijzer_app;

create policy help_request_sensitive_read on help_request_sensitive for select to brugwijzer_app using (
  city_id = app_city() and (
    (select app_is('coordinator', 'cli', 'job'))
    or ((select app_is('guide', 'bridge_figure')) and guide_id = (select app_member()))
  ));
create policy help_request_sensitive_write on help_request_sensitive for insert to brugwijzer_app with check (
  city_id = app_city() and (
    (select app_is('coordinator', 'cli'))
    or ((select app_is('guide', 'bridge_figure')) and guide_id = (select app_member()))
  )
  -- What this table repeats is what the request says.
  and exists (select from help_request r where r.city_id = help_request_sensitive.city_id
    and r.id = help_request_sensitive.id and r.received_on = help_request_sensitive.received_on
    and r.guide_id = help_request_sensitive.guide_id and r.organization_id = help_request_sensitive.organization_id));
grant select, insert on help_request_sensitive to brugwijzer_app;

create policy import_read on import for select to brugwijzer_app
  using (city_id = app_city() and (select app_is('coordinator', 'cli')));
create policy import_write on import for insert to brugwijzer_app
  with check (city_id = app_city() and (select app_is('coordinator', 'cli')));
create policy import_undo on import for update to brugwijzer_app
  using (city_id = app_city() and (select app_is('coordinator', 'cli')));
grant select, insert, update (undone_at) on import to brugwijzer_app;
