-- With a code of their own a member comes back on a device where they worked before (docs/decisions/0032-back-by-a-code.md).
-- The code never leaves the device: there it opens a token, and here is what recognises the token.
create table pin (
  city_id uuid not null references city (id),
  id uuid not null,
  member_id uuid not null,
  -- On which device, where that is known.
  device_id uuid,
  -- SHA-256 of the token, which is another after each use; the one before still opens, once, for whom the answer never reached.
  digest text not null,
  digest_before text,
  made_at timestamptz not null,
  used_at timestamptz not null,
  ended_at timestamptz,
  primary key (city_id, id),
  foreign key (city_id, member_id) references member (city_id, id)
);
create index pin_of_member on pin (city_id, member_id) where ended_at is null;

alter table pin enable row level security;
alter table pin force row level security;

create policy pin_of_person on pin for all to brugwijzer_app
  using (city_id = app_city() and (select app_is('guide', 'bridge_figure')) and member_id = (select app_member()));
-- Whoever comes with a token is nobody yet: the server looks for them.
create policy pin_at_door on pin for select to brugwijzer_app using (city_id = app_city() and (select app_is('job')));
create policy pin_used on pin for update to brugwijzer_app using (city_id = app_city() and (select app_is('job')));
-- Somebody leaves.
create policy pin_end on pin for update to brugwijzer_app using (city_id = app_city() and (select app_is('admin', 'cli')));
create policy pin_to_end on pin for select to brugwijzer_app using (city_id = app_city() and (select app_is('admin', 'cli')));
grant select, insert on pin to brugwijzer_app;
grant update (device_id, digest, digest_before, made_at, used_at, ended_at) on pin to brugwijzer_app;
