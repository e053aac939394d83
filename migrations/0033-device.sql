-- The browsers at the desks of a city, and what came from one that may not be trusted any more
-- (docs/decisions/0033-devices-and-quarantine.md).
create table device (
  city_id uuid not null references city (id),
  -- Made by the browser, with a secret that it proves itself with; here is the secret's SHA-256, which opens nothing.
  id uuid not null,
  secret_digest text not null,
  name text not null,
  registered_by uuid not null,
  registered_at timestamptz not null,
  -- The day alone: when somebody works is nobody's business.
  last_seen_on date not null,
  revoked_at timestamptz,
  revoked_by uuid,
  version integer not null default 1,
  primary key (city_id, id),
  check ((revoked_at is null) = (revoked_by is null)),
  foreign key (city_id, registered_by) references member (city_id, id),
  foreign key (city_id, revoked_by) references member (city_id, id)
);

-- Sealed visits of a revoked device, or of somebody who is out: the coordinator decides on each.
create table quarantined_visit (
  city_id uuid not null references city (id),
  id uuid not null,
  -- What the device says of it, outside the seal.
  visit_id uuid not null,
  member_id uuid not null,
  key_id uuid not null,
  device_id uuid not null,
  -- Null as soon as somebody decided.
  sealed bytea,
  sealed_digest text not null,
  -- By the clock of the device, and by ours.
  sent_at timestamptz not null,
  received_at timestamptz not null,
  accepted_at timestamptz,
  discarded_at timestamptz,
  decided_by uuid,
  -- Why it was discarded.
  reason text,
  primary key (city_id, id),
  -- The same bytes again are the same; other bytes under the same id are kept beside them.
  unique (city_id, visit_id, sealed_digest),
  check ((accepted_at is null and discarded_at is null) = (sealed is not null)),
  check (accepted_at is null or discarded_at is null),
  check ((decided_by is null) = (sealed is not null)),
  check ((discarded_at is null) = (reason is null)),
  foreign key (city_id, member_id) references member (city_id, id),
  foreign key (city_id, key_id) references sealing_key (city_id, id),
  foreign key (city_id, device_id) references device (city_id, id)
);
create index quarantined_visit_open on quarantined_visit (city_id, received_at, id) where sealed is not null;
create index quarantined_visit_of_device on quarantined_visit (city_id, device_id);

alter table device enable row level security;
alter table device force row level security;
alter table quarantined_visit enable row level security;
alter table quarantined_visit force row level security;

create policy device_read on device for select to brugwijzer_app
  using (city_id = app_city() and (select app_is('guide', 'bridge_figure', 'coordinator', 'admin', 'job')));
create policy device_register on device for insert to brugwijzer_app
  with check (city_id = app_city() and (select app_is('guide', 'bridge_figure')) and registered_by = (select app_member()));
create policy device_change on device for update to brugwijzer_app
  using (city_id = app_city() and (select app_is('coordinator', 'admin', 'job')));
grant select, insert on device to brugwijzer_app;
grant update (name, last_seen_on, revoked_at, revoked_by, version) on device to brugwijzer_app;
-- Nobody is signed in on a device that hands over what waits: it proves itself before there is an actor.
create policy device_at_door on device for select to brugwijzer_auth using (true);
grant select (city_id, id, secret_digest, revoked_at) on device to brugwijzer_auth;

create policy quarantined_visit_read on quarantined_visit for select to brugwijzer_app
  using (city_id = app_city() and (select app_is('coordinator', 'job')));
create policy quarantined_visit_add on quarantined_visit for insert to brugwijzer_app
  with check (city_id = app_city() and (select app_is('job')));
create policy quarantined_visit_decide on quarantined_visit for update to brugwijzer_app
  using (city_id = app_city() and (select app_is('coordinator')));
grant select, insert on quarantined_visit to brugwijzer_app;
grant update (sealed, accepted_at, discarded_at, decided_by, reason) on quarantined_visit to brugwijzer_app;

-- On which device somebody is signed in: revoking the device signs them out there.
alter table session add device_id uuid;
create index session_of_device on session (device_id) where device_id is not null;

-- The coordinator opens what is in quarantine; the command line makes a new key, and wraps the old ones anew.
create policy sealing_key_keep on sealing_key for select to brugwijzer_app
  using (city_id = app_city() and (select app_is('coordinator', 'cli')));
create policy sealing_key_rotate on sealing_key for insert to brugwijzer_app
  with check (city_id = app_city() and (select app_is('cli')));
create policy sealing_key_wrap on sealing_key for update to brugwijzer_app
  using (city_id = app_city() and (select app_is('cli')));
grant update (wrapped_key) on sealing_key to brugwijzer_app;
