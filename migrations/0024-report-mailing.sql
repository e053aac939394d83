-- Frozen reports that go out by mail: one letter for each address, so that nobody reads another's. What became of a letter
-- are facts on it; one without an outcome is still to go, whatever happened to the server meanwhile.
create table report_mailing (
  city_id uuid not null references city (id),
  id uuid not null,
  snapshot_id uuid not null,
  audience text not null check (audience in ('coordinator', 'council', 'everybody')),
  language text not null check (language in ('nl', 'fr', 'en')),
  formats text[] not null check (cardinality(formats) > 0),
  message text not null check (length(message) <= 1000),
  -- Who answers the letter reaches whoever sent it.
  reply_to text not null,
  member_id uuid not null,
  made_at timestamptz(3) not null default now(),
  primary key (city_id, id),
  foreign key (city_id, snapshot_id) references report_snapshot (city_id, id),
  foreign key (city_id, member_id) references member (city_id, id)
);
create index report_mailing_newest on report_mailing (city_id, snapshot_id, made_at desc);
-- The last of each audience: its addresses are offered the next time.
create index report_mailing_last on report_mailing (city_id, audience, made_at desc);

create table report_letter (
  city_id uuid not null references city (id),
  id uuid not null,
  mailing_id uuid not null,
  -- In the order in which the addresses were written.
  position integer not null,
  address text not null check (address = lower(address)),
  tried_at timestamptz,
  accepted_at timestamptz,
  failed_at timestamptz,
  -- A code of ours; never the words of a mail server.
  failure text,
  check ((failure is null) = (failed_at is null)),
  check (accepted_at is null or failed_at is null),
  primary key (city_id, id),
  unique (city_id, mailing_id, address),
  foreign key (city_id, mailing_id) references report_mailing (city_id, id)
);
create index report_letter_waiting on report_letter (city_id, mailing_id, position)
  where accepted_at is null and failed_at is null;

alter table report_mailing enable row level security;
alter table report_mailing force row level security;
alter table report_letter enable row level security;
alter table report_letter force row level security;

create policy report_mailing_read on report_mailing for select to brugwijzer_app
  using (city_id = app_city() and (select app_is('coordinator', 'job')));
create policy report_mailing_add on report_mailing for insert to brugwijzer_app
  with check (city_id = app_city() and (select app_is('coordinator')) and member_id = (select app_member()));
create policy report_letter_read on report_letter for select to brugwijzer_app
  using (city_id = app_city() and (select app_is('coordinator', 'job')));
create policy report_letter_add on report_letter for insert to brugwijzer_app
  with check (city_id = app_city() and (select app_is('coordinator')));
create policy report_letter_outcome on report_letter for update to brugwijzer_app
  using (city_id = app_city() and (select app_is('coordinator', 'job')));
grant select, insert on report_mailing, report_letter to brugwijzer_app;
grant update (tried_at, accepted_at, failed_at, failure) on report_letter to brugwijzer_app;

-- The city's clockwork puts the report in the envelope.
alter policy report_snapshot_read on report_snapshot
  using (city_id = app_city() and (select app_is('coordinator', 'cli', 'job')));

-- The mail that tells a coordinator that a period is over: one for each, whatever starts again meanwhile.
create table period_letter (
  city_id uuid not null references city (id),
  id uuid not null,
  period_from date not null,
  period_to date not null,
  project_id uuid,
  member_id uuid not null,
  tried_at timestamptz not null,
  accepted_at timestamptz,
  failed_at timestamptz,
  -- A code of ours; never the words of a mail server.
  failure text,
  check ((failure is null) = (failed_at is null)),
  primary key (city_id, id),
  constraint period_letter_once unique nulls not distinct (city_id, period_from, period_to, project_id, member_id),
  foreign key (city_id, member_id) references member (city_id, id)
);
alter table period_letter enable row level security;
alter table period_letter force row level security;
create policy period_letter_of_clockwork on period_letter for all to brugwijzer_app
  using (city_id = app_city() and (select app_is('job')));
grant select, insert on period_letter to brugwijzer_app;
grant update (tried_at, accepted_at, failed_at, failure) on period_letter to brugwijzer_app;
