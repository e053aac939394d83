-- Reports that a city publishes (docs/decisions/0020-what-a-city-publishes.md): what everybody but the coordinator sees
-- of a frozen report, the council in the app or everybody in the world. Nobody may change or delete what was published; it
-- may be withdrawn, and stays listed as that.
create table report_publication (
  city_id uuid not null references city (id),
  id uuid not null,
  snapshot_id uuid not null,
  audience text not null check (audience in ('council', 'everybody')),
  -- Canonical JSON of what may be seen, over which the checksum goes.
  content text not null,
  checksum text not null check (checksum = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
  -- The months it is about and the lines that it hides, the same for both audiences: later reports must not tell what
  -- this one keeps.
  plan jsonb not null,
  member_id uuid not null,
  -- When it got its turn, not when it came to wait for one: the first that was published of a month stands.
  published_at timestamptz(3) not null default clock_timestamp(),
  primary key (city_id, id),
  unique (city_id, snapshot_id, audience),
  foreign key (city_id, snapshot_id) references report_snapshot (city_id, id),
  foreign key (city_id, member_id) references member (city_id, id)
);
create index report_publication_newest on report_publication (city_id, published_at desc, id desc);

create table report_withdrawal (
  city_id uuid not null references city (id),
  id uuid not null,
  publication_id uuid not null,
  reason text not null check (length(reason) between 1 and 300),
  member_id uuid not null,
  withdrawn_at timestamptz(3) not null default now(),
  primary key (city_id, id),
  unique (city_id, publication_id),
  foreign key (city_id, publication_id) references report_publication (city_id, id),
  foreign key (city_id, member_id) references member (city_id, id)
);

alter table report_publication enable row level security;
alter table report_publication force row level security;
alter table report_withdrawal enable row level security;
alter table report_withdrawal force row level security;

-- What is published is for everybody in the world, unless it is for the council only.
create policy report_publication_read on report_publication for select to brugwijzer_app
  using (city_id = app_city()
    and (audience = 'everybody' or (select app_is('coordinator', 'policy_officer', 'cli', 'job'))));
create policy report_publication_add on report_publication for insert to brugwijzer_app
  with check (city_id = app_city() and (select app_is('coordinator')) and member_id = (select app_member()));
create policy report_withdrawal_read on report_withdrawal for select to brugwijzer_app
  using (city_id = app_city() and exists (
    select from report_publication p
    where p.city_id = report_withdrawal.city_id and p.id = report_withdrawal.publication_id));
create policy report_withdrawal_add on report_withdrawal for insert to brugwijzer_app
  with check (city_id = app_city() and (select app_is('coordinator')) and member_id = (select app_member()));
grant select, insert on report_publication, report_withdrawal to brugwijzer_app;
