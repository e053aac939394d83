-- The texts of a report: what the coordinator writes in each of its chapters, in each language that she writes it in. A
-- report is a period of the city, or a partial report of a project over it.
create table report_text (
  city_id uuid not null references city (id),
  id uuid not null,
  period_from date not null,
  period_to date not null check (period_to >= period_from),
  project_id uuid,
  language text not null,
  -- A chapter, or what is asked of the college (src/domain/report/chapter/passage.ts).
  passage text not null,
  body text not null check (length(body) <= 12000),
  state text not null check (state in ('empty', 'proposed', 'ready')),
  version integer not null default 1,
  member_id uuid not null,
  saved_at timestamptz(3) not null,
  primary key (city_id, id),
  unique nulls not distinct (city_id, period_from, period_to, project_id, language, passage),
  foreign key (city_id, project_id) references project (city_id, id),
  foreign key (city_id, member_id) references member (city_id, id)
);
create index report_text_of_project on report_text (city_id, project_id) where project_id is not null;

-- Every version that was kept. What somebody goes on typing is one version until ten minutes have passed.
create table report_text_version (
  city_id uuid not null references city (id),
  id uuid not null,
  text_id uuid not null,
  body text not null check (length(body) <= 12000),
  state text not null check (state in ('empty', 'proposed', 'ready')),
  version integer not null,
  member_id uuid not null,
  began_at timestamptz(3) not null,
  saved_at timestamptz(3) not null,
  primary key (city_id, id),
  unique (city_id, text_id, version),
  foreign key (city_id, text_id) references report_text (city_id, id),
  foreign key (city_id, member_id) references member (city_id, id)
);

alter table report_text enable row level security;
alter table report_text force row level security;
alter table report_text_version enable row level security;
alter table report_text_version force row level security;

create policy report_text_read on report_text for select to brugwijzer_app
  using (city_id = app_city() and (select app_is('coordinator', 'cli')));
create policy report_text_add on report_text for insert to brugwijzer_app
  with check (city_id = app_city() and (select app_is('coordinator')) and member_id = (select app_member()));
create policy report_text_change on report_text for update to brugwijzer_app
  using (city_id = app_city() and (select app_is('coordinator')))
  with check (city_id = app_city() and member_id = (select app_member()));
grant select, insert on report_text to brugwijzer_app;
grant update (body, state, version, member_id, saved_at) on report_text to brugwijzer_app;

create policy report_text_version_read on report_text_version for select to brugwijzer_app
  using (city_id = app_city() and (select app_is('coordinator', 'cli')));
create policy report_text_version_add on report_text_version for insert to brugwijzer_app
  with check (city_id = app_city() and (select app_is('coordinator')) and member_id = (select app_member()));
-- Nobody changes what a colleague wrote.
create policy report_text_version_change on report_text_version for update to brugwijzer_app
  using (city_id = app_city() and (select app_is('coordinator')) and member_id = (select app_member()));
grant select, insert on report_text_version to brugwijzer_app;
grant update (body, state, version, saved_at) on report_text_version to brugwijzer_app;
