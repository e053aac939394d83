-- What a device may do for a city without being able to read it: it seals what waits to be sent to the city's public key,
-- and only the server can open it (docs/decisions/0026-what-waits-is-sealed.md). Older keys stay: what was sealed to one
-- may still come.
create table sealing_key (
  city_id uuid not null references city (id),
  id uuid not null,
  -- A point of P-256, uncompressed: 65 bytes.
  public_key bytea not null check (length(public_key) = 65),
  -- The private key (PKCS 8) under AES-256-GCM, with a key that is not in the database: 12 bytes, the rest, 16 bytes.
  wrapped_key bytea not null,
  made_at timestamptz not null default clock_timestamp(),
  primary key (city_id, id)
);
create index sealing_key_newest on sealing_key (city_id, made_at desc);

alter table sealing_key enable row level security;
alter table sealing_key force row level security;

-- Without the server's own secret a wrapped key opens nothing.
create policy sealing_key_read on sealing_key for select to brugwijzer_app
  using (city_id = app_city() and (select app_is('guide', 'bridge_figure', 'job')));
create policy sealing_key_add on sealing_key for insert to brugwijzer_app
  with check (city_id = app_city() and (select app_is('job')));
grant select, insert on sealing_key to brugwijzer_app;
