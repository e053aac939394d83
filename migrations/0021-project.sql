-- Projects: who pays for the work of the city's guides, for how long, with whom and to what end, and when a partial report
-- is due. Written by the coordinator as lists that are read whole, so each list is one column.
create table project (
  city_id uuid not null references city (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  funders jsonb not null check (jsonb_typeof(funders) = 'array'),
  begins_on date not null,
  ends_on date not null check (ends_on > begins_on),
  partners jsonb not null check (jsonb_typeof(partners) = 'array'),
  goals jsonb not null check (jsonb_typeof(goals) = 'array'),
  -- The last day of each partial report.
  reporting_moments jsonb not null check (jsonb_array_length(reporting_moments) > 0),
  retired_at timestamptz,
  version integer not null default 1,
  primary key (city_id, id),
  unique (city_id, name)
);

-- The project that a frozen report is a part of: as long as a report names it, the project stays.
alter table report_snapshot add column project_id uuid;
-- {"number": 1, "of": 4, "name": …} as in its content, which is too long to read for a list.
alter table report_snapshot add column part_of jsonb;
alter table report_snapshot add constraint report_snapshot_part check ((part_of is null) = (project_id is null));
alter table report_snapshot
  add constraint report_snapshot_project foreign key (city_id, project_id) references project (city_id, id);
create index report_snapshot_of_project on report_snapshot (city_id, project_id) where project_id is not null;

alter table project enable row level security;
alter table project force row level security;

create policy project_read on project for select to brugwijzer_app
  using (city_id = app_city() and (select app_is('coordinator', 'policy_officer', 'cli', 'job')));
create policy project_write on project for all to brugwijzer_app
  using (city_id = app_city() and (select app_is('coordinator', 'cli')));
grant select, insert, update, delete on project to brugwijzer_app;
