-- The files of frozen reports, as they were when somebody first asked for them: whatever becomes of templates, fonts and
-- libraries, the same report is the same file. Nobody may change or delete one.
create table report_file (
  city_id uuid not null references city (id),
  id uuid not null,
  snapshot_id uuid not null,
  -- Of what its readers see: the frozen report, or what is published of it.
  checksum text not null,
  audience text not null check (audience in ('coordinator', 'council', 'everybody')),
  language text not null check (language in ('nl', 'fr', 'en')),
  format text not null,
  bytes bytea not null,
  kept_at timestamptz not null default now(),
  primary key (city_id, id),
  unique (city_id, snapshot_id, checksum, audience, language, format),
  foreign key (city_id, snapshot_id) references report_snapshot (city_id, id)
);
alter table report_file enable row level security;
alter table report_file force row level security;

-- Policy officers read what is published, never the coordinator's.
create policy report_file_read on report_file for select to brugwijzer_app
  using (city_id = app_city()
    and ((select app_is('coordinator', 'job')) or (audience <> 'coordinator' and (select app_is('policy_officer')))));
create policy report_file_keep on report_file for insert to brugwijzer_app
  with check (city_id = app_city()
    and ((select app_is('coordinator', 'job')) or (audience <> 'coordinator' and (select app_is('policy_officer')))));
grant select, insert on report_file to brugwijzer_app;
