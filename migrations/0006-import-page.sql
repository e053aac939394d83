-- A spreadsheet on its way in. What it holds is kept until it is imported; what became of it until a day has passed
-- (docs/decisions/0016-imports-on-the-page.md). The id is that of the import that it becomes.
create table import_file (
  city_id uuid not null references city (id),
  id uuid not null,
  member_id uuid not null,
  file_name text not null,
  size bigint not null default 0,
  -- Null while the file is still coming in.
  sha256 text,
  -- Who is sending it now: what a sender before wrote or gives up does not touch this one's bytes.
  attempt uuid not null,
  -- To the millisecond, as the place in a list is: what is finer would be listed twice or not at all.
  created_at timestamptz(3) not null default now(),
  -- The headings and first rows, to choose columns by: {"headings": […], "rows": [[…]]}
  start jsonb,
  organization_id uuid,
  -- By position, the field that each column holds, null = not read: ["received_on", null, …]
  columns jsonb,
  -- The work under way or done last. It writes its heartbeat; when that stops, the server that did it has died.
  task text check (task in ('trial', 'run')),
  task_id uuid,
  started_at timestamptz,
  heartbeat_at timestamptz,
  ended_at timestamptz,
  phase text check (phase in ('waiting', 'queued', 'reading', 'writing')),
  rows_done integer not null default 0,
  -- Why the file cannot be read after all: {"code": …, "details": {…}}
  refusal jsonb,
  -- Of the last work that ended, and the version that it was made of.
  answer jsonb,
  answer_version integer,
  -- Every value that this file holds and nothing knew.
  unknown_values jsonb not null default '[]',
  version integer not null default 1,
  primary key (city_id, id),
  check ((task is null) = (task_id is null) and (task is null) = (heartbeat_at is null)),
  foreign key (city_id, member_id) references member (city_id, id),
  foreign key (city_id, organization_id) references organization (city_id, id)
);
create index import_file_newest on import_file (city_id, created_at desc, id desc);

create table import_file_chunk (
  city_id uuid not null,
  id uuid not null,
  import_id uuid not null,
  position integer not null,
  bytes bytea not null,
  primary key (city_id, id),
  unique (city_id, import_id, position),
  foreign key (city_id, import_id) references import_file (city_id, id) on delete cascade
);
-- Uncompressed, so that a part of a chunk is read without the rest of it.
alter table import_file_chunk alter column bytes set storage external;

-- The rows that an import left out, a thousand at a time.
create table import_rejection (
  city_id uuid not null,
  id uuid not null,
  import_id uuid not null,
  position integer not null,
  rejections jsonb not null,
  primary key (city_id, id),
  unique (city_id, import_id, position),
  foreign key (city_id, import_id) references import_file (city_id, id) on delete cascade
);

-- A row that was imported before and says something else now.
create table import_change (
  city_id uuid not null,
  id uuid not null,
  import_id uuid not null,
  row integer not null,
  request_id uuid not null,
  -- The row as the file tells it now, without its sensitive codes (import_change_sensitive), and its print.
  request jsonb not null,
  digest text not null,
  accepted_at timestamptz,
  primary key (city_id, id),
  unique (city_id, import_id, row),
  foreign key (city_id, import_id) references import_file (city_id, id) on delete cascade,
  foreign key (city_id, request_id) references help_request (city_id, id)
);

-- The sensitive codes of such a row (docs/decisions/0004-sensitive-codes.md).
create table import_change_sensitive (
  city_id uuid not null,
  id uuid not null,
  status text,
  sub_theme text,
  primary key (city_id, id),
  check (status is not null or sub_theme is not null),
  foreign key (city_id, id) references import_change (city_id, id) on delete cascade
);

-- What a city has decided about values that nothing knew. Null is unknown.
create table import_mapping (
  city_id uuid not null references city (id),
  id uuid not null,
  organization_id uuid not null,
  field text not null,
  -- Normalised, to find it by; and as it stood in the file.
  spelling text not null,
  value text not null,
  code text,
  member_id uuid,
  decided_at timestamptz not null default now(),
  primary key (city_id, id),
  unique (city_id, organization_id, field, spelling),
  foreign key (city_id, organization_id) references organization (city_id, id),
  foreign key (city_id, member_id) references member (city_id, id)
);

-- The same of values that mean a sensitive code: the whole decision, so that the table above does not tell by a gap.
create table import_mapping_sensitive (
  city_id uuid not null references city (id),
  id uuid not null,
  organization_id uuid not null,
  field text not null check (field in ('status', 'theme', 'sub_theme')),
  spelling text not null,
  value text not null,
  code text not null,
  member_id uuid,
  decided_at timestamptz not null default now(),
  primary key (city_id, id),
  unique (city_id, organization_id, field, spelling),
  foreign key (city_id, organization_id) references organization (city_id, id),
  foreign key (city_id, member_id) references member (city_id, id)
);

-- Columns that a city reads otherwise than their headings say. Null is not read.
create table import_column (
  city_id uuid not null references city (id),
  id uuid not null,
  organization_id uuid not null,
  heading text not null,
  field text,
  primary key (city_id, id),
  unique (city_id, organization_id, heading),
  foreign key (city_id, organization_id) references organization (city_id, id)
);

do $$
declare owned text;
begin
  foreach owned in array array['import_file', 'import_file_chunk', 'import_rejection', 'import_change',
                               'import_change_sensitive', 'import_mapping', 'import_mapping_sensitive',
                               'import_column'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
  end loop;
end $$;

create policy import_file_work on import_file for all to brugwijzer_app
  using (city_id = app_city() and (select app_is('coordinator')));
create policy import_file_chunk_work on import_file_chunk for all to brugwijzer_app
  using (city_id = app_city() and (select app_is('coordinator')));
create policy import_rejection_work on import_rejection for all to brugwijzer_app
  using (city_id = app_city() and (select app_is('coordinator')));
create policy import_change_work on import_change for all to brugwijzer_app
  using (city_id = app_city() and (select app_is('coordinator')));
create policy import_change_sensitive_work on import_change_sensitive for all to brugwijzer_app
  using (city_id = app_city() and (select app_is('coordinator')));
-- The city's own clockwork forgets what is left after a day; what hangs on a file goes with it.
create policy import_file_overdue on import_file for select to brugwijzer_app
  using (city_id = app_city() and (select app_is('job')));
create policy import_file_forget on import_file for delete to brugwijzer_app
  using (city_id = app_city() and (select app_is('job')));
grant select, insert, update, delete on import_file to brugwijzer_app;
grant select, insert, delete on import_file_chunk, import_rejection, import_change to brugwijzer_app;
grant select, insert on import_change_sensitive to brugwijzer_app;
grant update (accepted_at) on import_change to brugwijzer_app;

create policy import_mapping_work on import_mapping for all to brugwijzer_app
  using (city_id = app_city() and (select app_is('coordinator', 'cli')));
create policy import_mapping_sensitive_work on import_mapping_sensitive for all to brugwijzer_app
  using (city_id = app_city() and (select app_is('coordinator', 'cli')));
create policy import_column_work on import_column for all to brugwijzer_app
  using (city_id = app_city() and (select app_is('coordinator', 'cli')));
grant select, insert, update, delete on import_mapping, import_mapping_sensitive, import_column to brugwijzer_app;

-- An import by the coordinator may name a guide whom the city does not have: somebody who cannot sign in.
create policy member_import on member for insert to brugwijzer_app with check (
  city_id = app_city() and (select app_is('coordinator')) and account_id is null and roles = array['guide'] and coach_id is null);

-- Accepting a changed row may say that somebody else noted the request: nothing else ever changes that. What repeats
-- the guide, and so decides who sees the sensitive codes, goes along. It runs as the owner of the tables.
create policy help_request_guide on help_request for update to brugwijzer_owner using (city_id = app_city());
create policy help_request_sensitive_version_guide on help_request_sensitive_version for all to brugwijzer_owner
  using (city_id = app_city());
create function change_guide(changed uuid, new_guide uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not app_is('coordinator') then return; end if;
  update help_request set guide_id = new_guide where city_id = app_city() and id = changed and import_id is not null;
  if not found then return; end if;
  update help_request_sensitive set guide_id = new_guide where city_id = app_city() and id = changed;
  update help_request_sensitive_version set guide_id = new_guide where city_id = app_city() and request_id = changed;
end $$;
revoke execute on function change_guide from public;
grant execute on function change_guide to brugwijzer_app;

-- Accepting a changed row keeps its new print.
grant update (import_digest) on help_request to brugwijzer_app;

-- Whether an import can still be undone, at a glance.
create index help_request_import_edited on help_request (city_id, import_id)
  where import_id is not null and (version > 1 or voided_at is not null);
alter table import alter column imported_at type timestamptz(3);
create index import_newest on import (city_id, imported_at desc, id desc);
